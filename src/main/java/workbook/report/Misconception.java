package workbook.report;

import java.util.Comparator;
import java.util.List;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// What the author of a wrong answer may believe, and how one knows: a wrong answer of the book
/// that rests on this belief fails the same test in the same words.
///
/// @param belief for example `volatile makes ++ safe`
/// @param test the graded test that refuses it
/// @param saying words of that failure
public record Misconception(String belief, String test, String saying) {
  /// Few enough to read: the book's words are not always enough to tell one from all others.
  private static final int MOST = 3;

  /// The beliefs that may be behind a wrong answer. Those that the first failing test tells come
  /// first, and of these those whose words say the most.
  static List<String> behind(GradingResult.Scored scored, List<Misconception> known) {
    return scored.results().stream()
        .filter(TestResult::failed)
        .flatMap(
            result ->
                known.stream()
                    .filter(one -> one.fits(result))
                    .sorted(Comparator.comparingInt(one -> -one.saying().length())))
        .map(Misconception::belief)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private boolean fits(TestResult failed) {
    return failed.test().equals(test) && words(failed).contains(saying);
  }

  /// All that a learner would read of how a test went, as the book's own tests read it.
  private static String words(TestResult result) {
    return switch (result.outcome()) {
      case TestOutcome.Pass(var because) -> because;
      case TestOutcome.Fail(var what, var trace) -> what + trace.map(run -> "\n" + run).orElse("");
      case TestOutcome.Stuck(var what) -> what;
      case TestOutcome.Resource(var what) -> what;
      case TestOutcome.Inconclusive(var why) -> why;
      case TestOutcome.NotRun(var why) -> why;
    };
  }
}
