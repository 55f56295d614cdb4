package _13_websockets.lab;

import java.util.Locale;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What the three ways cost.
final class PollOrPushFindings {
  static final String REQUESTS = "requests once all are connected";
  static final String BYTES = "bytes once all are connected, both ways";
  static final String POLL = "bytes for each poll";
  static final String DELAY = "half of the messages are there after";
  static final String WRONG = "clients with wrong messages";

  private PollOrPushFindings() {}

  /// @param pushed how many messages were pushed, counted once for each client
  static Findings of(int pushed, Observations seen) {
    var wrong =
        Stream.of(Transport.values())
            .mapToDouble(
                way -> seen.samples(WRONG, way.says()).map(all -> all.quantile(1)).orElse(-1.0))
            .toArray();
    var poll = median(POLL, Transport.POLLING, seen);
    var push = median(BYTES, Transport.PUSH, seen) / pushed;
    return answer(median(BYTES, Transport.POLLING, seen) / median(BYTES, Transport.PUSH, seen))
        .claim(
            "In each of the three ways, every client gets every message once, in order.",
            Stream.of(Transport.values()).allMatch(way -> wrong[way.ordinal()] == 0),
            "clients that did not: %.0f, %.0f, %.0f".formatted(wrong[0], wrong[1], wrong[2]))
        .claim(
            "A message that is pushed takes fewer bytes than one poll.",
            push < poll,
            "%.0f bytes for a message, %.0f for a poll".formatted(push, poll));
  }

  private static double median(String quantity, Transport way, Observations seen) {
    return seen.samples(quantity, way.says()).map(Point::median).orElse(Double.NaN);
  }

  private static Findings answer(double factor) {
    return Double.isFinite(factor)
        ? Findings.answer(String.format(Locale.ROOT, "%.1f", factor))
        : Findings.cannotTell("Nothing was counted. Run it again.");
  }
}
