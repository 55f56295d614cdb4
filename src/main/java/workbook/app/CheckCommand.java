package workbook.app;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.grade.Mark;
import workbook.grade.Verdict;

/// `check EXERCISE`: the graded tests on the learner's file.
final class CheckCommand implements Command {
  private final Book book;
  private final Path home;
  private final Judge.Court court;
  private final Diary diary;
  private final Console console;

  CheckCommand(Book book, Path home, Judge.Court court, Diary diary, Console console) {
    this.book = book;
    this.home = home;
    this.court = court;
    this.diary = diary;
    this.console = console;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String says() {
    return "your answer to an exercise: points, and what went wrong";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "check EXERCISE [OPTIONS]",
            "Runs the tests of an exercise on your file and gives points. For the first test that"
                + " fails it shows what was expected and seen, the steps that lead there, and what"
                + " to read. Your file is only read.")
        .option("file", "FILE", "another file than yours; gives no points in your progress")
        .option("test", "NAME", "show how this test fails, not the first")
        .option("schedule", "TEXT", "with --test: run it under this schedule only")
        .example("check tally")
        .example("check tally --file=Tally.java");
  }

  @Override
  public int run(List<String> args) throws Refusal {
    var line = usage(args).parse(args, 1);
    var task = book.exercise(line.getArgList().getFirst());
    var of = new Submission(task, home, file(line));
    var test = Optional.ofNullable(line.getOptionValue("test"));
    if (line.hasOption("schedule") && test.isEmpty()) {
      throw Refusal.usage("--schedule is for one test: say --test=NAME, too.");
    }
    var schedule = Optional.ofNullable(line.getOptionValue("schedule"));
    var verdict = judged(of, test.orElse(""), schedule);
    if (verdict instanceof Verdict.Marked marked) {
      requireTest(marked, test);
    }
    if (of.other().isEmpty() && schedule.isEmpty()) {
      diary.note(task, verdict);
    }
    console.print(GradeText.of(verdict, of, test, Pages.of(console)));
    return switch (verdict) {
      case Verdict.Marked marked -> marked.passed() ? Exit.DONE : Exit.FAILED;
      case Verdict.Refused _ -> Exit.USAGE;
    };
  }

  private static Optional<Path> file(CommandLine line) throws Refusal {
    try {
      return Optional.ofNullable(line.getOptionValue("file")).map(Path::of);
    } catch (InvalidPathException odd) {
      throw Refusal.usage(
          "'%s' cannot be the name of a file.".formatted(line.getOptionValue("file")));
    }
  }

  private Verdict judged(Submission of, String test, Optional<String> schedule) throws Refusal {
    try (var judge = court.judge(home, false)) {
      return schedule.isPresent()
          ? judge.replay(of.task().exercise(), of.file(), test, schedule.get())
          : judge.check(of.task().exercise(), of.file());
    } catch (IllegalArgumentException misfit) {
      throw Refusal.usage(Sentence.of(misfit.getMessage()));
    } catch (IOException failure) {
      throw Refusal.environment(Sentence.of(String.valueOf(failure.getMessage())));
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw Refusal.environment("The check was stopped.");
    }
  }

  private static void requireTest(Verdict.Marked marked, Optional<String> test) throws Refusal {
    var names = marked.marks().stream().map(Mark::test).toList();
    if (test.isPresent() && !names.contains(test.get())) {
      throw Refusal.usage(
          "There is no test '%s'. %s"
              .formatted(
                  test.get(),
                  Nearest.offer(test.get(), names, "They are: " + String.join(", ", names) + ".")));
    }
  }
}
