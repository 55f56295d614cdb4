package _04_locks.lab;

import _04_locks.Barging;
import workbook.Findings;
import workbook.Observations;

/// Who got the lock next.
final class FairnessFindings {
  private FairnessFindings() {}

  static Findings of(Observations seen) {
    var overtook = seen.count("fair", Barging.OWNER);
    var fair = overtook + seen.count("fair", Barging.WAITER);
    return answer(seen)
        .claim(
            "Nobody overtakes a thread that waits for a fair lock.",
            fair > 0 && overtook == 0,
            "overtaken in %,d of %,d trials".formatted(overtook, fair));
  }

  private static Findings answer(Observations seen) {
    var owner = seen.count("unfair", Barging.OWNER);
    var waiter = seen.count("unfair", Barging.WAITER);
    if (owner + waiter < 5) {
      return Findings.cannotTell("There were too few trials. Run it with --trials 20 or more.");
    }
    if (owner >= 3 * waiter) {
      return Findings.answer("nearly always the owner");
    }
    return Findings.answer(
        waiter >= 3 * owner ? "nearly always the one that waits" : "each about as often");
  }
}
