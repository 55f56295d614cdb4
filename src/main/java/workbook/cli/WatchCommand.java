package workbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import workbook.grade.Grader;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.OwnProgram;

/// `watch`: checks a file whenever it is saved, until Ctrl-C; or explores it, when it is no
/// exercise.
final class WatchCommand implements Command {
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
    return "checks your answer, or explores your file, each time you save it";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "watch [EXERCISE or FILE.java]",
            "Checks your file now, and again each time you save it. Without EXERCISE it watches all"
                + " your files, and checks the one you save. In a terminal single keys explain the"
                + " next failure, go to the next exercise, give a hint, list the exercises and open"
                + " the file in your editor (VISUAL or EDITOR). Ctrl-C ends it. FILE.java is a"
                + " file of your own that is no exercise: it is explored.")
        .example("watch tally")
        .example("watch")
        .example("watch Bank.java");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = usage(args).parse(args, 0, 1).getArgList();
    var own = words.stream().map(OwnOptions::file).filter(this::isOwn).findFirst();
    var exercise =
        words.isEmpty() || own.isPresent()
            ? Optional.<Book.ExerciseRef>empty()
            : Optional.of(book.exercise(words.getFirst()));
    var stopped = new AtomicBoolean();
    var watcher = Thread.currentThread();
    Runnable stop =
        () -> {
          stopped.set(true);
          watcher.interrupt();
        };
    try (var _ = InterruptSignal.first(stop)) {
      if (own.isPresent()) {
        new ExploreLoop(own.get(), console).run(stopped::get);
        return ExitCode.DONE;
      }
      check(exercise, stopped::get);
    } catch (InterruptedException ended) {
      console.print("\n");
    }
    return ExitCode.DONE;
  }

  private void check(Optional<Book.ExerciseRef> exercise, BooleanSupplier stopped)
      throws InterruptedException {
    try (var grader = CheckExercise.often(home, graders, log)) {
      new WatchLoop(book, home, grader, log, console, exercise).run(stopped);
    }
  }

  /// Whether it is a Java file that is no learner's file of an exercise.
  private boolean isOwn(OwnProgram.Request request) {
    if (!request.from().endsWith(".java")) {
      return false;
    }
    var file = Path.of(request.from()).toAbsolutePath().normalize();
    var isAnswer =
        file.startsWith(home.toAbsolutePath().normalize().resolve("lessons"))
            && file.getParent().endsWith("exercise");
    return Files.exists(file) && !isAnswer;
  }
}
