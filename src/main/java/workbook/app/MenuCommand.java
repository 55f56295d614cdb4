package workbook.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// `menu`, which is also what happens without a command.
final class MenuCommand implements Command {
  private final Book book;
  private final Path home;
  private final Judge.Court court;
  private final Console console;

  MenuCommand(Book book, Path home, Judge.Court court, Console console) {
    this.book = book;
    this.home = home;
    this.court = court;
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
    Dialogue.open(
        console,
        dialogue -> {
          var diary = new Diary(home, dialogue::tell);
          Consumer<Book.Task> visit =
              task -> new ExerciseVisit(task, home, court, diary, dialogue).make();
          new Menu(book, diary, dialogue, Signs.of(console.unicode()), visit).open();
        });
    return Exit.DONE;
  }
}
