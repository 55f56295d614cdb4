package _05_conditions.lab;

import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.Span;

/// What a run of a bounded queue says of how full it was, and of who waited.
final class QueueFindings {
  static final String INSIDE = "items in the queue";
  static final String PUTS = "in put()";
  static final String TAKES = "in take()";

  /// So long before a change, in milliseconds, the chart shows the old number: it makes steps.
  private static final double A_MOMENT = 1e-6;

  /// Waits shorter than this, in milliseconds a thread, are no more than calls of methods.
  private static final double SHORT = 5;

  private QueueFindings() {}

  /// Records the number of items at each change. The queue's lock guards it.
  static IntConsumer stairs(Recorder record) {
    var began = record.now();
    var before = new int[1];
    return size -> {
      var now = (record.now() - began) / 1e6;
      record.sample(INSIDE, "items", "queue", now - A_MOMENT, before[0]);
      record.sample(INSIDE, "items", "queue", now, size);
      before[0] = size;
    };
  }

  static Findings of(Parameters with, Observations seen) {
    var most = sizes(seen).max().orElse(-1);
    var puts = millis(PUTS, seen);
    var takes = millis(TAKES, seen) / with.count("workers");
    return answer(puts, takes)
        .claim(
            "There are never more items in the queue than places.",
            0 <= most && most <= with.count("places"),
            "%.0f at most, %,d places".formatted(most, with.count("places")))
        .claim("Every item is worked on once.", Deliveries.allOnce(seen), Deliveries.inWords(seen));
  }

  private static Findings answer(double puts, double takes) {
    if (Math.max(puts, takes) < SHORT) {
      return Findings.cannotTell(
          "Nobody waited for as long as %.0f ms. Give the run more items or more work."
              .formatted(SHORT));
    }
    var who =
        puts > 2 * takes ? "the producer" : takes > 2 * puts ? "the workers" : "both about equally";
    return Findings.answer(who)
        .note("%.0f ms in put(), %.0f ms in take() for each worker.".formatted(puts, takes));
  }

  private static DoubleStream sizes(Observations seen) {
    return seen.of(INSIDE).stream()
        .flatMap(each -> each.points().stream())
        .mapToDouble(point -> point.quantile(1));
  }

  private static double millis(String state, Observations seen) {
    var spans = seen.spans().stream().filter(span -> span.state().equals(state));
    return spans.mapToLong(QueueFindings::length).sum() / 1e6;
  }

  private static long length(Span span) {
    return span.to() - span.from();
  }
}
