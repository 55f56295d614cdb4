package workbook.report;

import java.util.List;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// Something that gives points, as course servers list it.
///
/// @param says how it went, in several lines; for a failing run, its steps
public record ScoredCase(String name, boolean passed, int points, int of, String says) {
  static List<ScoredCase> of(StudentReport.Answer answer) {
    var mark = answer.line().mark();
    return switch (answer.result().orElse(null)) {
      case null ->
          List.of(new ScoredCase(answer.line().exercise(), false, 0, mark.of(), mark.says()));
      case GradingResult.Rejected rejected ->
          List.of(
              new ScoredCase(answer.line().exercise(), false, 0, mark.of(), problems(rejected)));
      case GradingResult.Scored scored ->
          scored.results().stream().map(test -> of(test, answer.exercise().id())).toList();
    };
  }

  private static String problems(GradingResult.Rejected rejected) {
    var text = new StringBuilder("No test was run: the file can't be graded.");
    for (var problem : rejected.diagnostics()) {
      text.append(problem.line() == 0 ? "\n" : "\nLine %d: ".formatted(problem.line()));
      text.append(problem.says());
    }
    return text.toString();
  }

  private static ScoredCase of(TestResult test, String exercise) {
    var says = new StringBuilder(FailureWords.of(test.outcome()));
    if (test.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      says.append("\n\n").append(fail.trace().get());
    }
    if (!test.passed()) {
      says.append("\n\nRead: ").append(test.read());
    }
    return new ScoredCase(
        exercise + ": " + test.says(),
        test.passed(),
        test.passed() ? test.points() : 0,
        test.points(),
        says.toString().strip());
  }
}
