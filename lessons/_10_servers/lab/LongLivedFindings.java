package _10_servers.lab;

import _10_servers.Design;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What is counted of clients that stay, and what it says.
final class LongLivedFindings {
  static final String CONNECTED = "clients connected";
  static final String SERVED = "clients served while all stay";
  static final String ENDED = "clients served when others leave";

  private LongLivedFindings() {}

  static Findings of(Observations seen) {
    var findings =
        answer(count(SERVED, Design.SINGLE, seen), count(CONNECTED, Design.SINGLE, seen));
    for (var design : Design.values()) {
      var connected = count(CONNECTED, design, seen);
      var served = count(SERVED, design, seen);
      var ended = count(ENDED, design, seen);
      findings =
          findings
              .claim(
                  "With %s, %s while all stay.".formatted(design.says(), expectation(design)),
                  connected > 0 && served == design.servedAtOnce(connected),
                  "%,d of %,d".formatted(served, connected))
              .claim(
                  "With %s, everybody is served in the end, as the others leave."
                      .formatted(design.says()),
                  connected > 0 && ended == connected,
                  "%,d of %,d".formatted(ended, connected));
    }
    return findings;
  }

  private static int count(String quantity, Design design, Observations seen) {
    return seen.samples(quantity, design.id()).map(Point::median).orElse(0.0).intValue();
  }

  private static String expectation(Design design) {
    return design.servedAtOnce(Integer.MAX_VALUE) == 1 ? "one is served" : "all are served";
  }

  private static Findings answer(int served, int connected) {
    if (served == 0) {
      return Findings.cannotTell("Nobody was answered in 20 s. Is the machine very busy?");
    }
    var some = served == connected ? "all of them" : "some, a few at a time";
    return Findings.answer(served == 1 ? "one" : some);
  }
}
