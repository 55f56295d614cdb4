package workbook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `menu`, which is also what happens without a command.
final class MenuCommand implements Command {
  private final Book book;
  private final Path home;
  private final Console console;

  MenuCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "menu";
  }

  @Override
  public String says() {
    return "lessons to read, predict, run and understand";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "[menu]",
            "Opens the menu. Without a terminal it asks with numbered prompts; an end of the"
                + " input ends it.")
        .example("menu");
  }

  @Override
  public int run(List<String> args) throws Refusal {
    usage(args).parse(args, 0);
    if (!console.interactive() || !openOnScreen()) {
      open(new Prompts(console));
    }
    return Exit.DONE;
  }

  /// Returns false when the terminal cannot be used as a screen.
  private boolean openOnScreen() {
    try (var terminal = Tty.open()) {
      open(new ScreenDialogue(terminal, console));
      return true;
    } catch (IOException noTerminal) {
      console.complain("The terminal cannot be used as a screen, so here are prompts.");
      return false;
    }
  }

  private void open(Dialogue dialogue) {
    try (dialogue) {
      var diary = new Diary(home, dialogue::tell);
      new Menu(book, diary, dialogue, Signs.of(console.unicode())).open();
    }
  }
}
