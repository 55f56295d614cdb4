package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import workbook.grade.Grader;
import workbook.queue.JobQueue;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.WorkForQueue;

/// `worker --queue=PLACE`: grades what `grade --queue=PLACE` has put there.
final class WorkerCommand implements Command {
  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final Console console;

  WorkerCommand(Book book, Path home, Grader.Factory graders, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.console = console;
  }

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public String summary() {
    return "grades the answers of a queue, for `grade --queue` here or on another machine";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "worker --queue=PLACE [OPTIONS]",
            "Grades the answers that `grade --queue=PLACE` has put into a queue, until you press"
                + " Ctrl-C. Start as many as you like. PLACE is a folder, for workers on this"
                + " machine, or the URL of a PostgreSQL database, for workers on several.")
        .option(
            "queue", "PLACE", "a folder, which is made when it is missing, or jdbc:postgresql:…")
        .option(
            "jobs",
            "N",
            "how many answers at a time, %s; default: one for each core"
                .formatted(GradeCommand.JOBS.range()))
        .flag("unsandboxed", "without a sandbox: run the students' code with your rights")
        .example("worker --queue=queue")
        .example("worker --queue=jdbc:postgresql://host/grading?user=grader --jobs=4");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0);
    if (!line.hasOption("queue")) {
      throw CommandException.usage(
          "Say where the answers are: --queue=FOLDER, or --queue=jdbc:postgresql://host/database.");
    }
    var jobs = GradeCommand.jobs(line);
    try (var _ = InterruptSignal.first(Thread.currentThread()::interrupt);
        var queue = JobQueue.open(line.getOptionValue("queue"))) {
      var sandbox = SandboxChoice.of(graders, line.hasOption("unsandboxed"));
      console.print("Sandbox: %s.%n".formatted(sandbox.says()));
      try (var worker =
          new WorkForQueue(
              home, graders, sandbox, book.exercises(), jobs, told -> console.print(told + "\n"))) {
        console.print("Waiting for answers in %s. Ctrl-C ends it.%n".formatted(queue.shown()));
        worker.work(queue);
      }
      return ExitCode.DONE;
    } catch (InterruptedException stopped) {
      console.print("Stopped. What wasn't done is left to other workers.\n");
      return ExitCode.DONE;
    } catch (IOException failure) {
      throw CommandException.environment(GradeCommand.says(failure));
    }
  }
}
