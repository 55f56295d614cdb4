package _05_conditions.lab;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// What more places in a queue save.
final class CapacityFindings {
  static final String SPEED = "items passed on";
  static final String WAITS = "waits for each item";
  private static final String HOW = "one puts, one takes";

  private CapacityFindings() {}

  /// How often the calling thread has waited since its start, as the JVM counts it.
  static long waitsOfThisThread() {
    var me = Thread.currentThread().threadId();
    return ManagementFactory.getThreadMXBean().getThreadInfo(me).getWaitedCount();
  }

  static void record(int places, int items, long nanos, long waits, Recorder record) {
    record.sample(SPEED, "per s", HOW, places, items * 1e9 / nanos);
    record.sample(WAITS, "waits", HOW, places, (double) waits / items);
  }

  /// @param fewest places of the shortest queue
  /// @param most places of the longest queue
  static Findings of(int fewest, int most, Observations seen) {
    var slow = seen.samples(SPEED, HOW, fewest);
    var fast = seen.samples(SPEED, HOW, most);
    var often = seen.samples(WAITS, HOW, fewest);
    var rarely = seen.samples(WAITS, HOW, most);
    return speed(slow, fast)
        .claim(
            "With more places, the threads wait less often for each item.",
            clearlyBelow(rarely, often),
            "%s waits for each item with the fewest places, %s with the most"
                .formatted(inWords("%.2f", often), inWords("%.2f", rarely)));
  }

  private static Findings speed(Optional<Point> slow, Optional<Point> fast) {
    if (!clearlyBelow(slow, fast) && !clearlyBelow(fast, slow)) {
      return Findings.cannotTell(
          "The speeds with 1 place and with 1,024 overlap. Close other programs and run it again.");
    }
    var times = fast.orElseThrow().median() / slow.orElseThrow().median();
    var few = times < 10 ? "a few times" : "more than ten times";
    return Findings.answer(times < 2 ? "hardly at all" : few)
        .claim(
            "With more places, more items get through.",
            clearlyBelow(slow, fast),
            "%s a second with the fewest places, %s with the most"
                .formatted(inWords("%,.0f", slow), inWords("%,.0f", fast)));
  }

  private static boolean clearlyBelow(Optional<Point> low, Optional<Point> high) {
    return low.isPresent() && high.isPresent() && low.get().clearlyBelow(high.get());
  }

  private static String inWords(String format, Optional<Point> point) {
    return point.map(each -> format.formatted(each.median())).orElse("none measured");
  }
}
