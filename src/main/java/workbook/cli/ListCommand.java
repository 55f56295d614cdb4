package workbook.cli;

import java.util.List;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.Glyphs;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;

/// `list`: the table of contents with what is done.
final class ListCommand implements Command {
  private final Book book;
  private final ProgressLog diary;
  private final Console console;

  ListCommand(Book book, ProgressLog diary, Console console) {
    this.book = book;
    this.diary = diary;
    this.console = console;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String says() {
    return "lessons and what is in them, in the order of the book";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "list",
            "Lists the lessons, the experiments to run, the scenarios to explore or play, and the"
                + " exercises to solve. A mark means done.")
        .example("list");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    var text = new StringBuilder();
    var done = Progress.of(diary.deeds());
    for (var lesson : book.lessons()) {
      text.append("%s %s: %s\n".formatted(lesson.number(), lesson.name(), lesson.question()));
      for (var place : Book.places(lesson)) {
        text.append(line(done.ran(place), place.name(), place.experiment().title()));
      }
      for (var scene : Book.scenes(lesson)) {
        text.append(line(done.met(scene), scene.name(), "scenario: " + scene.scenario().says()));
      }
      for (var task : Book.tasks(lesson)) {
        var asks = "exercise: " + task.exercise().asks();
        text.append(line(done.standing(task).passed(), task.name(), asks));
      }
    }
    console.print(text.toString());
    return ExitCode.DONE;
  }

  private String line(boolean done, String name, String title) {
    return "  %s %-34s %s\n"
        .formatted(done ? Glyphs.of(console.unicode()).done() : " ", name, title);
  }
}
