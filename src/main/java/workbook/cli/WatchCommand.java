package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import workbook.Sentences;
import workbook.grade.Grader;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.ExitCode;
import workbook.usecase.WatchExercises;
import workbook.view.GradingReport;

/// `watch`: checks a file whenever it is saved, until Ctrl-C.
final class WatchCommand implements Command {
  private static final String CLEAR_SCREEN = "\033[H\033[2J";

  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private final Console console;

  WatchCommand(Book book, Path home, Grader.Factory graders, ProgressLog log, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public String summary() {
    return "checks your answer each time you save it";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "watch [EXERCISE]",
            "Checks your file now, and again each time you save it. Without EXERCISE it watches"
                + " all your files, and checks the one you save. Ctrl-C ends it.")
        .example("watch tally")
        .example("watch");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = usage(args).parse(args, 0, 1).getArgList();
    var tasks = words.isEmpty() ? book.exercises() : List.of(book.exercise(words.getFirst()));
    var submissions =
        tasks.stream()
            .map(exercise -> new ExerciseService(exercise, home, log).submission())
            .toList();
    var stopped = new AtomicBoolean();
    var watcher = Thread.currentThread();
    Runnable stop =
        () -> {
          stopped.set(true);
          watcher.interrupt();
        };
    try (var _ = InterruptSignal.first(stop)) {
      watch(submissions, stopped::get);
    }
    return ExitCode.DONE;
  }

  private void watch(List<Submission> submissions, BooleanSupplier stopped) {
    try (var grader = CheckExercise.often(home, graders, log);
        var saves = new WatchExercises(submissions)) {
      if (submissions.size() == 1) {
        check(grader, submissions.getFirst());
      } else {
        console.print("Save one of your files to check it. Press Ctrl-C to stop.\n");
      }
      while (!stopped.getAsBoolean() && !console.outputGone()) {
        check(grader, saves.awaitSave());
      }
    } catch (InterruptedException ended) {
      console.print("\n");
    }
  }

  private void check(CheckExercise grader, Submission submission) throws InterruptedException {
    var start = Instant.now();
    console.print("Checking %s\n".formatted(submission.shown()));
    try {
      var result = grader.check(submission);
      var took = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      var text = GradingReport.of(result, submission, Optional.empty(), console.page());
      console.print(cleared() + text + closing(took));
    } catch (IOException failure) {
      console.complain(Sentences.of(String.valueOf(failure.getMessage())));
    }
  }

  private String cleared() {
    return console.interactive() ? CLEAR_SCREEN : "";
  }

  private static String closing(double seconds) {
    return "Checked at %s in %.1f s. Save to check again, or press Ctrl-C to stop.\n"
        .formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), seconds);
  }
}
