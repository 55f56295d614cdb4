package workbook.tui;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.Result;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.view.Columns;
import workbook.view.Page;

/// The user interface in plain lines: numbered lists, and a line of input for every answer. For
/// pipes, dumb terminals and screen readers.
final class LineUi implements Ui {
  private static final int LINES = 20;

  private final Console console;

  LineUi(Console console) {
    this.console = console;
  }

  @Override
  public OptionalInt choose(Choices choices) {
    console.print(listing(choices));
    var preset = choices.start() < 0 ? "" : choices.entries().get(choices.start()).key();
    var enter = preset.isEmpty() ? "" : "Enter takes " + preset + ", ";
    while (true) {
      console.print("Number or name (%sq goes back, ? help): ".formatted(enter));
      var line = console.readLine();
      if (line.isEmpty() || line.get().strip().equalsIgnoreCase("q")) {
        console.print("\n");
        return OptionalInt.empty();
      }
      var word = line.get().strip();
      if (word.equals("?")) {
        console.print(KeyHelp.LINES);
        continue;
      }
      if (word.isEmpty() && choices.start() < 0) {
        console.print("Choose one first: type its number.\n");
        continue;
      }
      var place = word.isEmpty() ? OptionalInt.of(choices.start()) : meant(choices, word);
      if (place.isPresent()) {
        return place;
      }
      console.print(
          "'%s' is not on the list. Type one of the numbers on the left.\n".formatted(word));
    }
  }

  @Override
  public Optional<Character> press(Board board) {
    var aside = board.aside().isEmpty() ? "" : " (" + board.aside() + ")";
    var text = board.text().apply(page(), LINES);
    console.print("\n" + board.title() + aside + "\n\n" + text.stripTrailing() + "\n\n");
    while (true) {
      console.print("%s, q goes back [%s]: ".formatted(board.keys(), board.preset()));
      var line = console.readLine();
      if (line.isEmpty() || line.get().strip().equalsIgnoreCase("q")) {
        console.print("\n");
        return Optional.empty();
      }
      var word = line.get().strip().toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        return Optional.of(board.preset());
      }
      if (word.length() == 1 && board.letters().contains(word)) {
        return Optional.of(word.charAt(0));
      }
      console.print("'%s' is not one of the keys.\n".formatted(word));
    }
  }

  private static String listing(Choices choices) {
    var text = new StringBuilder("\n").append(choices.title());
    text.append(choices.aside().isEmpty() ? "" : " (" + choices.aside() + ")").append("\n\n");
    if (!choices.text().isEmpty()) {
      text.append(Columns.wrapped(choices.text(), "", Columns.WIDTH)).append("\n\n");
    }
    var label = choices.entries().stream().mapToInt(item -> item.label().length()).max();
    var mark = choices.entries().stream().mapToInt(item -> item.mark().length()).max();
    var row = "  %2s  %-" + label.orElse(1) + "s  %-" + Math.max(1, mark.orElse(1)) + "s  ";
    for (var item : choices.entries()) {
      var head = row.formatted(item.key(), item.label(), item.mark());
      var lines = Columns.wrapped(item.detail(), " ".repeat(head.length()), Columns.WIDTH);
      text.append((head + lines.stripLeading()).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /// The entry with this key or this label, or the only one whose label begins so. An exercise may
  /// be called by its name alone.
  static OptionalInt meant(Choices choices, String typed) {
    var word = typed.toLowerCase(Locale.ROOT);
    var exact =
        places(
            choices, item -> FilteredList.isKey(item, typed) || names(item).anyMatch(word::equals));
    var begun = places(choices, item -> names(item).anyMatch(name -> name.startsWith(word)));
    return exact.length > 0
        ? OptionalInt.of(exact[0])
        : begun.length == 1 ? OptionalInt.of(begun[0]) : OptionalInt.empty();
  }

  private static int[] places(Choices choices, Predicate<MenuItem> fits) {
    return IntStream.range(0, choices.entries().size())
        .filter(place -> fits.test(choices.entries().get(place)))
        .toArray();
  }

  private static Stream<String> names(MenuItem item) {
    return Stream.of(item.label(), LessonScreen.called(item.label()))
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<String> ask(TextField field) {
    while (true) {
      console.print("%s (%s) [%s]: ".formatted(field.prompt(), field.range(), field.preset()));
      var line = console.readLine();
      if (line.isEmpty() || line.get().strip().equalsIgnoreCase("q")) {
        console.print("\n");
        return Optional.empty();
      }
      try {
        var typed = line.get().strip();
        return Optional.of(field.check().apply(typed.isEmpty() ? field.preset() : typed));
      } catch (IllegalArgumentException notAllowed) {
        console.print(notAllowed.getMessage() + "\n");
      }
    }
  }

  private Page page() {
    return new Page(Columns.WIDTH, false, console.unicode());
  }

  @Override
  public boolean read(String title, Function<Page, String> text) {
    console.print("\n" + title + "\n\n" + text.apply(page()).stripTrailing() + "\n");
    return true;
  }

  @Override
  public boolean readUntil(
      String title, Function<Page, String> text, String what, BooleanSupplier happened) {
    read(title, text);
    console.print("Press Enter when you have (%s), q goes back: ".formatted(what));
    var line = console.readLine();
    if (line.isEmpty() || line.get().strip().equalsIgnoreCase("q")) {
      console.print("\n");
      return false;
    }
    return true;
  }

  @Override
  public <T> Optional<T> await(String title, String doing, Callable<T> work) {
    console.print("\n" + doing + ". Ctrl-C stops it.\n");
    var task = BackgroundTask.start(work);
    try (var _ = InterruptSignal.every(task::stop)) {
      return task.outcome(this);
    }
  }

  @Override
  public Result watch(String title, Function<ProgressListener, Run> start) {
    console.print("\nRunning " + title + ". Ctrl-C stops it.\n");
    return RunMonitor.await(start, console);
  }

  @Override
  public void tell(String sentence) {
    console.print(sentence + "\n");
  }

  @Override
  public void close() {}
}
