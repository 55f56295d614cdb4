package _13_websockets.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// What the two clients got, and how.
final class FallbackFindings {
  static final String OPEN = "client on an open way";
  static final String BLOCKED = "client on a way without web sockets";
  static final String PLAIN = "client that can't fall back, on that way";
  static final String REFUSED = "refused";
  static final String GOT = "messages";
  static final String RIGHT = "all, once, in order";

  private FallbackFindings() {}

  static void transports(String open, String blocked, Recorder record) {
    record.fact(OPEN, open);
    record.fact(BLOCKED, blocked);
  }

  static void got(String who, List<String> heard, List<String> expected, Recorder record) {
    record.sample(GOT, "messages", who, heard.size());
    record.sample(RIGHT, "", who, heard.equals(expected) ? 1 : 0);
  }

  static Findings of(int messages, Observations seen) {
    var open = seen.fact(OPEN).orElse("nothing");
    var blocked = seen.fact(BLOCKED).orElse("nothing");
    var plain = seen.fact(PLAIN).orElse("nobody tried");
    var right = value(RIGHT, OPEN, seen) + value(RIGHT, BLOCKED, seen);
    return answer(messages, value(GOT, BLOCKED, seen))
        .claim("Where it can, the client takes a web socket.", open.equals("web socket"), open)
        .claim("Where it can't, it falls back.", blocked.equals("long polling"), blocked)
        .claim(
            "Either way, every message comes once, in order.",
            right == 2,
            "%.0f of 2 clients".formatted(right))
        .claim("Without a fall-back, there's no connection.", plain.equals(REFUSED), plain);
  }

  private static double value(String quantity, String who, Observations seen) {
    return seen.samples(quantity, who).map(Point::median).orElse(-1.0);
  }

  private static Findings answer(int messages, double got) {
    if (got < 0) {
      return Findings.cannotTell("Nobody looked. Run it again.");
    }
    if (got == 0) {
      return Findings.answer("none");
    }
    return Findings.answer(got >= messages ? "all" : "those sent after it had fallen back");
  }
}
