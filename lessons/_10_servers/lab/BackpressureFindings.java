package _10_servers.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What is measured of a client that reads nothing, and what it says.
final class BackpressureFindings {
  static final String SENT = "sent before the client reads";
  static final String KEPT = "kept in the server's queue";
  static final String BACK = "came back in the end";
  static final String BROKEN = "a queue without a limit";
  static final String MENDED = "a queue with 16 places";
  private static final double PLACES_MB = 16 * 2048 / 1e6;

  private BackpressureFindings() {}

  static Findings of(int megabytes, Observations seen) {
    var kept = value(KEPT, MENDED, seen);
    return answer(megabytes, seen)
        .claim(
            "With 16 places, the server keeps 16 chunks at most.",
            kept >= 0 && kept <= PLACES_MB,
            "%.3f MB".formatted(kept))
        .claim(
            "Without a limit, the server takes all that the client sends.",
            value(SENT, BROKEN, seen) == megabytes,
            "%.0f of %,d MB were sent".formatted(value(SENT, BROKEN, seen), megabytes))
        .claim(
            "In the end, everything comes back from both.",
            value(BACK, BROKEN, seen) == megabytes && value(BACK, MENDED, seen) == megabytes,
            "%.0f and %.0f MB".formatted(value(BACK, BROKEN, seen), value(BACK, MENDED, seen)));
  }

  private static double value(String quantity, String series, Observations seen) {
    return seen.samples(quantity, series).map(Point::median).orElse(-1.0);
  }

  private static Findings answer(int megabytes, Observations seen) {
    var sent = value(SENT, MENDED, seen);
    var back = value(BACK, MENDED, seen);
    if (sent < 0 || back < 0) {
      return Findings.cannotTell("The client could send nothing. Run it again.");
    }
    if (sent < megabytes) {
      return Findings.answer("it has to wait before it has sent everything");
    }
    return Findings.answer(
        back < megabytes
            ? "it sends everything, and the server drops some of it"
            : "it sends everything, and the server keeps it");
  }
}
