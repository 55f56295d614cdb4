package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

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
  private static final String IN_ORDER = "in order";
  private static final String LOST = "lost";
  private static final String HOW = "one puts, one takes";

  private CapacityFindings() {}

  /// How often the calling thread has waited since its start, as the JVM counts it.
  static long waitsOfThisThread() {
    var me = Thread.currentThread().threadId();
    return ManagementFactory.getThreadMXBean().getThreadInfo(me).getWaitedCount();
  }

  /// Records how the items got through by now.
  ///
  /// @param began a moment taken from [System#nanoTime]
  /// @param lost how many items did not come out in their turn
  static void record(int places, int items, long began, long waits, int lost, Recorder record) {
    var nanos = System.nanoTime() - began;
    record.sample(SPEED, "per s", HOW, places, items * 1e9 / nanos);
    record.sample(WAITS, "waits", HOW, places, (double) waits / items);
    record.outcome(IN_ORDER, ACCEPTABLE, items - lost, "as it went in");
    record.outcome(LOST, FORBIDDEN, lost, "another one came in its place");
  }

  /// How fast the items get through, and how often somebody waits, depends on the machine and on
  /// what else it does. So both are reported; that no item is lost is claimed.
  ///
  /// @param fewest places of the shortest queue
  /// @param most places of the longest queue
  static Findings of(int fewest, int most, Observations seen) {
    var often = seen.samples(WAITS, HOW, fewest);
    var rarely = seen.samples(WAITS, HOW, most);
    var inOrder = seen.count(IN_ORDER);
    var lost = seen.count(LOST);
    return speed(seen.samples(SPEED, HOW, fewest), seen.samples(SPEED, HOW, most))
        .note(
            "%s waits for each item with the fewest places, %s with the most."
                .formatted(inWords(often), inWords(rarely)))
        .claim(
            "However many places there are, each item comes out once, in its turn.",
            inOrder > 0 && lost == 0,
            "%,d items in order, %,d lost".formatted(inOrder, lost));
  }

  private static Findings speed(Optional<Point> slow, Optional<Point> fast) {
    if (!clearlyBelow(slow, fast) && !clearlyBelow(fast, slow)) {
      return Findings.cannotTell(
          "The speeds with 1 place and with 1,024 overlap. Close other programs and run it again.");
    }
    var times = fast.orElseThrow().median() / slow.orElseThrow().median();
    var few = times < 10 ? "a few times" : "more than ten times";
    return Findings.answer(times < 2 ? "hardly at all" : few);
  }

  private static boolean clearlyBelow(Optional<Point> low, Optional<Point> high) {
    return low.isPresent() && high.isPresent() && low.get().clearlyBelow(high.get());
  }

  private static String inWords(Optional<Point> waits) {
    return waits.map(each -> "%.3f".formatted(each.median())).orElse("No");
  }
}
