package workbook.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import workbook.Exercise;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;

/// `progress`: what is done, and how many days in a row.
final class ProgressCommand implements Command {
  private static final String ROW = "%-4s%-14s%-8s%-14s%-14s%-12s%s\n";

  private final Book book;
  private final ProgressLog log;
  private final Console console;

  ProgressCommand(Book book, ProgressLog log, Console console) {
    this.book = book;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "progress";
  }

  @Override
  public String summary() {
    return "what you have done so far";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "progress",
            "Shows what you have read, run, explored, played and solved. It is kept in"
                + " .workbook/progress, a text file.")
        .example("progress");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    console.print(text());
    return ExitCode.DONE;
  }

  private static String share(int done, int all) {
    return all == 0 ? "-" : done + " of " + all;
  }

  /// The whole progress as a small table.
  String text() {
    var deeds = log.events();
    var progress = Progress.of(deeds);
    var text = new StringBuilder();
    text.append(
        ROW.formatted("", "Lesson", "Text", "Experiments", "Scenarios", "Exercises", "Points"));
    for (var lesson : book.lessons()) {
      var places = Book.experiments(lesson);
      var scenes = Book.scenarios(lesson);
      var tasks = Book.exercises(lesson);
      text.append(
          ROW.formatted(
              lesson.number(),
              lesson.name(),
              progress.read(lesson) ? "read" : "-",
              share(progress.count(places), places.size()),
              share(progress.countMet(scenes), scenes.size()),
              share(progress.countPassed(tasks), tasks.size()),
              share(progress.points(tasks), tasks.size() * Exercise.POINTS)));
    }
    text.append(
        "\n%d of %d experiments run, %d of %d exercises solved, %d of %d points."
            .formatted(
                progress.count(book.experiments()),
                book.experiments().size(),
                progress.countPassed(book.exercises()),
                book.exercises().size(),
                progress.points(book.exercises()),
                book.exercises().size() * Exercise.POINTS));
    var streak = ProgressLog.streak(deeds, LocalDate.now(), ZoneId.systemDefault());
    if (streak > 1) {
      text.append(" %d days in a row.".formatted(streak));
    }
    return text.append('\n').toString();
  }
}
