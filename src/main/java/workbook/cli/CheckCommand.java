package workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.Sentences;
import workbook.grade.Grader;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.grade.TestResult;
import workbook.json.GradingJson;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.ExitCode;
import workbook.usecase.Suggestions;
import workbook.view.GradingReport;

/// `check EXERCISE`: the graded tests on the learner's file.
final class CheckCommand implements Command {
  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private final Console console;

  CheckCommand(Book book, Path home, Grader.Factory graders, ProgressLog log, Console console) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "your answer to an exercise: points, and what went wrong";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "check EXERCISE [OPTIONS]",
            "Runs the tests of an exercise on your file and gives points. Of the failure to mend"
                + " first it shows what was expected and seen, the steps that led there, and what"
                + " to read. Your file is never changed.")
        .option("file", "FILE", "check this file instead of yours; your progress stays as it is")
        .option("test", "NAME", "show how this test fails, instead of the first")
        .option("schedule", "TEXT", "with --test: run it under this schedule only")
        .with(JsonOption::declare)
        .flag("force", "with --json=FILE: replace a file that exists")
        .example("check tally")
        .example("check tally --file=Tally.java");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    var exercise = book.exercise(line.getArgList().getFirst());
    var service = new ExerciseService(exercise, home, log);
    var submission = file(line).map(service::submission).orElseGet(service::submission);
    var test = Optional.ofNullable(line.getOptionValue("test"));
    if (line.hasOption("schedule") && test.isEmpty()) {
      throw CommandException.usage("--schedule replays one test: add --test=NAME.");
    }
    var schedule = Optional.ofNullable(line.getOptionValue("schedule"));
    var json = JsonOption.of(line);
    var result = judged(submission, test.orElse(""), schedule);
    if (result instanceof GradingResult.Scored scored) {
      requireTest(scored, test);
    }
    if (json.instead()) {
      console.print(GradingJson.write(result, submission));
    } else {
      console.print(GradingReport.of(result, submission, test, console.page()));
    }
    if (json.file().isPresent()) {
      json.file()
          .get()
          .write(draft -> Files.writeString(draft, GradingJson.write(result, submission)));
    }
    return switch (result) {
      case GradingResult.Scored scored when scored.passed() -> ExitCode.DONE;
      case GradingResult.Scored scored when scored.failed() -> ExitCode.FAILED;
      case GradingResult.Scored _, GradingResult.Rejected _ -> ExitCode.USAGE;
    };
  }

  private static Optional<Path> file(CommandLine line) throws CommandException {
    try {
      return Optional.ofNullable(line.getOptionValue("file")).map(Path::of);
    } catch (InvalidPathException odd) {
      throw CommandException.usage(
          "'%s' is not a valid file name.".formatted(line.getOptionValue("file")));
    }
  }

  private GradingResult judged(Submission submission, String test, Optional<String> schedule)
      throws CommandException {
    try (var grader = CheckExercise.once(home, graders, log)) {
      return schedule.isPresent()
          ? grader.replay(submission, test, schedule.get())
          : grader.check(submission);
    } catch (IllegalArgumentException misfit) {
      throw CommandException.usage(Sentences.of(misfit.getMessage()));
    } catch (IOException failure) {
      throw CommandException.environment(Sentences.of(String.valueOf(failure.getMessage())));
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw CommandException.environment("The check was stopped.");
    }
  }

  private static void requireTest(GradingResult.Scored scored, Optional<String> test)
      throws CommandException {
    var names = scored.results().stream().map(TestResult::test).toList();
    if (test.isPresent() && !names.contains(test.get())) {
      throw CommandException.usage(
          "There is no test '%s'. %s"
              .formatted(
                  test.get(),
                  Suggestions.offer(
                      test.get(), names, "They are: " + String.join(", ", names) + ".")));
    }
  }
}
