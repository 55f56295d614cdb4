package _04_locks.lab;

import workbook.Findings;
import workbook.Observations;

/// How often two threads in step got both locks.
final class LivelockFindings {
  static final String BOTH = "got both locks";
  static final String ONE = "released its own";

  private LivelockFindings() {}

  static Findings of(Observations seen) {
    var both = seen.count(BOTH);
    var tries = both + seen.count(ONE);
    return answer(both, tries)
        .claim(
            "In step, nobody ever gets both locks.",
            tries > 0 && both == 0,
            "%,d of %,d tries got both".formatted(both, tries));
  }

  private static Findings answer(long both, long tries) {
    if (tries == 0) {
      return Findings.cannotTell("No round was done. Run it again.");
    }
    if (both == 0) {
      return Findings.answer("never");
    }
    return Findings.answer(
        both < tries * 3 / 4 ? "in about half of the rounds" : "in nearly every round");
  }
}
