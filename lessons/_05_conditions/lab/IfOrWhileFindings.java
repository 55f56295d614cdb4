package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Recorder;

/// What became of the guests who were woken too late.
final class IfOrWhileFindings {
  static final String SOUP = "gets the soup";
  static final String CAKE = "gets the cake";
  static final String FAILED = "fails";

  private IfOrWhileFindings() {}

  /// GroupCount what a guest got: a dish, or nothing.
  static void count(String group, String got, Outcome.Expectation ofFailure, Recorder record) {
    var soup = got.equals("soup") ? 1 : 0;
    var cake = got.equals("cake") ? 1 : 0;
    record.outcome(group, SOUP, ACCEPTABLE, soup, "nobody was quicker");
    record.outcome(group, CAKE, ACCEPTABLE, cake, "it waited again");
    record.outcome(group, FAILED, ofFailure, 1 - soup - cake, "the queue was empty");
  }

  static Findings of(Observations seen) {
    var failed = GroupCount.of("if", FAILED, seen);
    var cake = GroupCount.of("if", CAKE, seen);
    var soup = GroupCount.of("if", SOUP, seen);
    var late = GroupCount.of("while", FAILED, seen);
    var served = GroupCount.of("while", CAKE, seen);
    return answer(soup, cake, failed)
        .claim(
            "With if, the guest removes from the empty queue.",
            failed > 0 && soup + cake == 0,
            "in %,d of %,d trials".formatted(failed, soup + cake + failed))
        .claim(
            "With while, it waits again and gets the next dish.",
            served > 0 && late == 0,
            "%,d got the next dish, %,d failed".formatted(served, late));
  }

  private static Findings answer(long soup, long cake, long failed) {
    if (failed > Math.max(soup, cake)) {
      return Findings.answer("it takes from the empty queue and fails");
    }
    if (soup == cake) {
      return Findings.cannotTell("No outcome came up more often than the others. Run more trials.");
    }
    return Findings.answer(soup > cake ? "it gets the soup" : "it waits for the next dish");
  }
}
