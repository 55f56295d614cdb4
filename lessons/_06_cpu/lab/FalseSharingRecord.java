package _06_cpu.lab;

import _06_cpu.TwoElements.Period;
import java.util.List;
import workbook.Recorder;

/// Records what an increment took beside another thread's, by the distance of the two elements.
final class FalseSharingRecord {
  static final String TIME = "time per increment";

  /// In elements of eight bytes.
  static final List<Integer> DISTANCES = List.of(1, 2, 4, 8, 16, 32);

  static final String TWO = "two threads, an element each";
  static final String ONE = "one thread, alone";
  static final String AT_ONCE = "both counted at once";
  static final String LOST = "increments lost";

  private FalseSharingRecord() {}

  static void two(int distance, Period[] two, int increments, Recorder record) {
    var bytes = distance * Long.BYTES;
    for (var one : two) {
      record.sample(TIME, "ns", TWO, bytes, nanos(one) / increments);
    }
    var together = Math.min(two[0].to(), two[1].to()) - Math.max(two[0].from(), two[1].from());
    var shorter = Math.min(nanos(two[0]), nanos(two[1]));
    record.sample(AT_ONCE, "%", TWO, bytes, 100 * Math.max(0, together) / shorter);
  }

  static void alone(int distance, Period one, int increments, Recorder record) {
    record.sample(TIME, "ns", ONE, distance * Long.BYTES, nanos(one) / increments);
  }

  static void lost(long lost, Recorder record) {
    record.sample(LOST, "increments", TWO, lost);
  }

  private static double nanos(Period period) {
    return Math.max(1, period.to() - period.from());
  }
}
