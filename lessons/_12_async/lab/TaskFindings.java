package _12_async.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;

/// What the order of the prints of two coroutines says.
final class TaskFindings {
  private static final String RESULTS = "results: [10, 20]";
  private static final List<String> ANSWERS = List.of("0 0, 1 0, 0 1, 1 1", "0 0, 0 1, 0 2, 0 3");

  private TaskFindings() {}

  static Findings of(Observations seen) {
    var java = orders(Said.JAVA, seen);
    var python = orders(Said.PYTHON, seen);
    var results = seen.fact(Said.JAVA).orElse("nothing");
    var findings =
        answer(java)
            .claim(
                "gather gives the results in the order of its tasks.",
                results.equals(RESULTS),
                results);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's coroutines print in the same order.",
            python.equals(java),
            String.join(" / ", python));
  }

  private static Findings answer(List<String> orders) {
    return switch (orders.size()) {
      case 0 -> Findings.cannotTell("Nobody printed anything: see the notes.");
      case 1 ->
          ANSWERS.contains(orders.getFirst())
              ? Findings.answer(orders.getFirst())
              : Findings.cannotTell("The order is another one: " + orders.getFirst() + ".");
      default -> Findings.answer("now this, now that");
    };
  }

  private static List<String> orders(String language, Observations seen) {
    return seen.outcomes().stream()
        .filter(one -> one.group().equals(language) && one.count() > 0)
        .map(Outcome::seen)
        .toList();
  }
}
