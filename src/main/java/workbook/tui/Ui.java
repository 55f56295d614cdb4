package workbook.tui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import workbook.Result;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.view.Page;

/// How the menu talks with a person: on the whole [Screen] of a terminal, or in plain [LineUi].
///
/// Every method blocks until the person has answered. An empty answer means that the person wants
/// to go back; it is also what an ended input gives, so that the menu then ends by itself.
public sealed interface Ui extends AutoCloseable permits LineUi, TerminalUi {
  /// Talks with the person on the screen of the terminal if there is one, else in prompts. Returns
  /// when the talk is over.
  static void open(Console console, Consumer<Ui> talk) {
    if (!console.interactive() || !openScreen(console, talk)) {
      try (var ui = new LineUi(console)) {
        talk.accept(ui);
      }
    }
  }

  /// Returns false when the terminal cannot be used as a screen.
  private static boolean openScreen(Console console, Consumer<Ui> talk) {
    try (var terminal = SystemTerminal.open();
        var screen = new TerminalUi(terminal, console)) {
      talk.accept(screen);
      return true;
    } catch (IOException noTerminal) {
      console.complain(
          "This terminal cannot show the full-screen menu, so the workbook asks with prompts.");
      return false;
    }
  }

  /// A list to choose from.
  ///
  /// @param title what the list is
  /// @param aside a few words beside the title; may be empty
  /// @param text what should be read before choosing; may be empty
  /// @param start the entry offered first, from 0; -1 for none: then the person has to choose
  record Choices(String title, String aside, String text, List<MenuItem> entries, int start) {
    public Choices {
      entries = List.copyOf(entries);
    }
  }

  /// One line of a list.
  ///
  /// @param key a number that picks it, for example `3` or `03`
  /// @param label the name, short
  /// @param mark what is done of it, for example `3/5`; may be empty
  /// @param detail more words, shortened where there is no room; may be empty
  record MenuItem(String key, String label, String mark, String detail) {}

  /// A value to type.
  ///
  /// @param title what this is about
  /// @param prompt what to type, for example `threads`
  /// @param range the values allowed, in words
  /// @param preset what just pressing Enter means
  /// @param check turns what was typed into the value, or refuses it with a sentence by
  ///   [IllegalArgumentException]
  record TextField(
      String title, String prompt, String range, String preset, UnaryOperator<String> check) {}

  /// How things stand, and the keys that change it.
  ///
  /// @param text draws it on a page with so many lines
  /// @param keys what the keys do, in words
  /// @param letters the keys
  /// @param preset the key that Enter stands for
  record Board(
      String title,
      String aside,
      BiFunction<Page, Integer, String> text,
      String keys,
      String letters,
      char preset) {}

  /// Shows a board until one of its keys is pressed.
  Optional<Character> press(Board board);

  /// Offers a list and returns the place of the chosen entry, from 0.
  OptionalInt choose(Choices choices);

  /// Asks until the value typed is allowed.
  Optional<String> ask(TextField field);

  /// Shows a text that may be longer than the screen.
  ///
  /// @param text writes the text for a page; called again when the size of the screen changes
  /// @return whether the person wants to go on, not back
  boolean read(String title, Function<Page, String> text);

  /// Shows a text that holds only until something happens.
  ///
  /// @param what has to happen, in words, for example `save to check again`
  /// @param happened asked from time to time, where the person can be asked at the same time; else
  ///   the person says when it has happened
  /// @return whether it happened, or the person wants to go on; false to go back
  boolean readUntil(
      String title, Function<Page, String> text, String what, BooleanSupplier happened);

  /// Does something that may take a while.
  ///
  /// @param doing what it is, in words
  /// @param work is interrupted when the person does not want to wait any longer
  /// @return what it gave; empty when it was interrupted, or failed with a sentence that was told
  <T> Optional<T> await(String title, String doing, Callable<T> work);

  /// Starts a run, shows how far it is, and lets the person cancel it.
  Result watch(String title, Function<ProgressListener, Run> start);

  /// Shows a sentence before whatever comes next.
  void tell(String sentence);

  /// Gives the terminal back as it was.
  @Override
  void close();
}
