package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import workbook.grade.Grader;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.ExerciseScreen;
import workbook.tui.Glyphs;
import workbook.tui.Menu;
import workbook.tui.Ui;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;

/// `menu`, which is also what happens without a command.
final class MenuCommand implements Command {
  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final Console console;

  MenuCommand(Book book, Path home, Grader.Factory graders, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.console = console;
  }

  @Override
  public String name() {
    return "menu";
  }

  @Override
  public String summary() {
    return "lessons to read, predict, run and understand";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "[menu]",
            "Opens the menu. Without a terminal it asks with numbered prompts; the end of the"
                + " input ends it.")
        .example("menu");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    Ui.open(
        console,
        ui -> {
          var log = new ProgressLog(home, ui::tell);
          Predicate<Book.ExerciseRef> visit =
              exercise -> new ExerciseScreen(exercise, home, graders, log, ui).show();
          new Menu(book, log, ui, Glyphs.of(console.unicode()), visit).open();
        });
    return ExitCode.DONE;
  }
}
