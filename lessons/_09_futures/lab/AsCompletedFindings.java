package _09_futures.lab;

import java.util.Set;
import java.util.stream.Collectors;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;

/// In which order the results came, and when the first of them.
final class AsCompletedFindings {
  static final String FIRST = "time until the first result";
  static final String LAST = "time until the last result";
  private static final Set<String> EACH_ONCE =
      Set.of("1 2 3", "1 3 2", "2 1 3", "2 3 1", "3 1 2", "3 2 1");

  private AsCompletedFindings() {}

  /// @param pause milliseconds that the quickest of the three tasks takes
  static Findings of(int pause, Observations seen) {
    var inOrder = orders("in order", seen);
    var completed = orders("as completed", seen);
    return answer(pause, seen)
        .claim(
            "Taken in order, the results come in the order of the tasks.",
            inOrder.equals(Set.of("1 2 3")),
            inOrder.toString())
        .claim(
            "Taken as completed, each result comes once.",
            !completed.isEmpty() && EACH_ONCE.containsAll(completed),
            completed.toString());
  }

  /// Those of Java and of Python.
  private static Set<String> orders(String way, Observations seen) {
    return seen.outcomes().stream()
        .filter(one -> one.group().endsWith(way))
        .map(Outcome::seen)
        .collect(Collectors.toSet());
  }

  private static Findings answer(int pause, Observations seen) {
    var first =
        seen.samples(FIRST, "Java, in order").map(all -> all.quantile(0)).orElse(0.0) / pause;
    if (first >= 1 && first < 1.8) {
      return Findings.answer("when the quickest task is done");
    }
    if (first >= 3 && first < 4) {
      return Findings.answer("when the slowest task is done");
    }
    if (first >= 6 && first < 8) {
      return Findings.answer("when the times of all three have passed");
    }
    return Findings.cannotTell("The tasks were late. Close other programs, and run it again.");
  }
}
