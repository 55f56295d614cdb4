package _13_websockets.lab;

import _13_websockets.FanOut.WhenBehind;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What became of the messages for a client that doesn't read, and of the others'.
final class FanOutFindings {
  static final String KEPT = "messages kept for it, at most";
  static final String OTHERS = "messages that each of the others got";
  static final String LATE = "messages that it got when it read after all";
  static final String STAY = "clients still connected";
  private static final int BOUND = 16;

  private FanOutFindings() {}

  static String says(WhenBehind policy) {
    return switch (policy) {
      case KEEP -> "keep everything";
      case DROP -> "drop";
      case DISCONNECT -> "disconnect";
    };
  }

  static Findings of(int messages, Observations seen) {
    var others = Stream.of(WhenBehind.values()).map(policy -> most(OTHERS, says(policy), seen));
    var dropped = most(KEPT, says(WhenBehind.DROP), seen);
    var disconnected = most(KEPT, says(WhenBehind.DISCONNECT), seen);
    return answer(messages, seen)
        .claim(
            "The others get every message, whatever the server does about the slow one.",
            others.allMatch(got -> got == messages),
            "with no bound they got %.0f".formatted(most(OTHERS, says(WhenBehind.KEEP), seen)))
        .claim(
            "A server that drops what is too much never keeps more than the bound.",
            dropped >= 0 && dropped <= BOUND,
            "%.0f kept, the bound is %d".formatted(dropped, BOUND))
        .claim(
            "Nor does one that disconnects a client that is too slow.",
            disconnected >= 0 && disconnected <= BOUND,
            "%.0f kept, the bound is %d".formatted(disconnected, BOUND));
  }

  private static double most(String quantity, String policy, Observations seen) {
    return seen.samples(quantity, policy).map(all -> all.quantile(1)).orElse(-1.0);
  }

  private static Findings answer(int messages, Observations seen) {
    var keep = says(WhenBehind.KEEP);
    var late = seen.samples(LATE, "never read").map(Point::median);
    if (most(OTHERS, keep, seen) < messages) {
      return late.isEmpty()
          ? Findings.cannotTell("Nothing was counted. Run it again.")
          : Findings.answer("the others wait until it reads");
    }
    if (late.isPresent() && late.get() < messages) {
      return Findings.answer("the server throws away what it doesn't read");
    }
    return most(KEPT, keep, seen) >= messages / 2.0
        ? Findings.answer("the server keeps everything for it")
        : Findings.cannotTell("The kernels took nearly everything. Send more messages.");
  }
}
