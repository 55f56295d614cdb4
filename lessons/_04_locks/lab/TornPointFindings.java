package _04_locks.lab;

import workbook.Findings;
import workbook.Observations;

/// Which points were seen where they never were.
final class TornPointFindings {
  static final String NO_LOCK = "no lock";
  static final String WRITER = "writer locks";
  static final String BOTH = "both lock";

  private TornPointFindings() {}

  static Findings of(Observations seen) {
    var torn = seen.count(BOTH, "torn");
    var looks = torn + seen.count(BOTH, "whole");
    return answer(looks, isTorn(seen, NO_LOCK), isTorn(seen, WRITER), torn > 0)
        .claim(
            "When writer and reader take the same lock, nobody sees half a move.",
            looks > 0 && torn == 0,
            "%,d of %,d looks saw half a move".formatted(torn, looks));
  }

  private static boolean isTorn(Observations seen, String how) {
    return seen.count(how, "torn") > 0;
  }

  private static Findings answer(long looks, boolean first, boolean second, boolean third) {
    if (looks == 0 || (second && !first)) {
      return Findings.cannotTell("Writer and reader hardly met. Run it again with --time 2000.");
    }
    if (third) {
      return Findings.answer("all three");
    }
    return Findings.answer(second ? "the first and the second" : first ? "the first" : "none");
  }
}
