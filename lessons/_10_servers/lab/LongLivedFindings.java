package _10_servers.lab;

import _10_servers.Design;
import java.util.Arrays;
import java.util.List;
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
    var findings = answer(count(SERVED, Design.POOL, seen), count(CONNECTED, Design.POOL, seen));
    for (var design : observed(seen)) {
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

  private static List<Design> observed(Observations seen) {
    return Arrays.stream(Design.values())
        .filter(design -> seen.samples(CONNECTED, design.id()).isPresent())
        .toList();
  }

  private static int count(String quantity, Design design, Observations seen) {
    return seen.samples(quantity, design.id()).map(Point::median).orElse(0.0).intValue();
  }

  private static String expectation(Design design) {
    var most = design.servedAtOnce(Integer.MAX_VALUE);
    return switch (most) {
      case 1 -> "one is served";
      case Integer.MAX_VALUE -> "all are served";
      default -> "up to %,d are served".formatted(most);
    };
  }

  private static Findings answer(int served, int connected) {
    if (served > 0 && served == connected) {
      return Findings.answer("all of them");
    }
    return switch (served) {
      case 1 -> Findings.answer("one");
      case 16 -> Findings.answer("16");
      default ->
          Findings.cannotTell(
              "%,d of %,d were answered. Is the machine very busy, or has the pool changed?"
                  .formatted(served, connected));
    };
  }
}
