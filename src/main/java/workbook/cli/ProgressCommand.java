package workbook.cli;

import java.time.LocalDate;
import java.util.List;
import workbook.io.Invocation;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.ReadProgress;
import workbook.usecase.ReviewQuestions;

/// `progress`: what is done, and how many days in a row.
final class ProgressCommand implements Command {
  private static final String ROW = "%-4s%-14s%-11s%-13s%-13s%-12s%s\n";

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
            "Shows which steps you have done, how your predictions turned out, and what you have"
                + " solved. It is kept in .workbook/progress, a text file.")
        .example("progress");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    console.print(text());
    return ExitCode.DONE;
  }

  private static String words(ReadProgress.Share share) {
    return share.of() == 0 ? "-" : share.done() + " of " + share.of();
  }

  /// The whole progress as a small table.
  String text() {
    var reading = new ReadProgress(book, log);
    var overview = reading.overview();
    var text = new StringBuilder();
    text.append(
        ROW.formatted("", "Lesson", "Steps", "Predictions", "Scenarios", "Exercises", "Points"));
    for (var lesson : overview.lessons()) {
      text.append(
          ROW.formatted(
              lesson.lesson().number(),
              lesson.lesson().name(),
              words(lesson.steps()),
              words(lesson.predictions()),
              words(lesson.scenarios()),
              words(lesson.exercises()),
              words(lesson.points())));
    }
    text.append(
        "\n%d of %d steps done, %s, %d of %d exercises solved, %d of %d points."
            .formatted(
                overview.steps().done(),
                overview.steps().of(),
                predictions(overview.predictions()),
                overview.exercises().done(),
                overview.exercises().of(),
                overview.points().done(),
                overview.points().of()));
    var streak = reading.streak();
    if (streak > 1) {
      text.append(" %d days in a row.".formatted(streak));
    }
    return text.append('\n').append(next()).toString();
  }

  private static String predictions(ReadProgress.Share share) {
    return share.of() == 0 ? "no predictions yet" : words(share) + " predictions right";
  }

  /// What to type now.
  private String next() {
    var due = new ReviewQuestions(book, log).due(LocalDate.now()).size();
    return switch (due) {
      case 0 -> "Go on:  " + Invocation.of("menu") + "\n";
      case 1 -> "A question waits to be asked again:  " + Invocation.of("review") + "\n";
      default -> due + " questions wait to be asked again:  " + Invocation.of("review") + "\n";
    };
  }
}
