package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import workbook.grade.Grader;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;

/// `watch`: checks a file whenever it is saved, until Ctrl-C.
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
    return "checks your answer each time you save it";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "watch [EXERCISE]",
            "Checks your file now, and again each time you save it. Without EXERCISE it watches all"
                + " your files, and checks the one you save. In a terminal single keys explain the"
                + " next failure, go to the next exercise, give a hint, list the exercises and open"
                + " the file in your editor (VISUAL or EDITOR). Ctrl-C ends it.")
        .example("watch tally")
        .example("watch");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = usage(args).parse(args, 0, 1).getArgList();
    var exercise =
        words.isEmpty()
            ? Optional.<Book.ExerciseRef>empty()
            : Optional.of(book.exercise(words.getFirst()));
    var stopped = new AtomicBoolean();
    var watcher = Thread.currentThread();
    Runnable stop =
        () -> {
          stopped.set(true);
          watcher.interrupt();
        };
    try (var _ = InterruptSignal.first(stop);
        var grader = CheckExercise.often(home, graders, log)) {
      new WatchLoop(book, home, grader, log, console, exercise).run(stopped::get);
    } catch (InterruptedException ended) {
      console.print("\n");
    }
    return ExitCode.DONE;
  }
}
