package _12_async.lab;

import java.util.concurrent.Callable;
import workbook.Recorder;

/// Measures what one item costs.
record ItemStopwatch(Recorder record) {
  private static volatile long lastSum;

  void time(String way, int items, Callable<Long> next) throws Exception {
    var sum = 0L;
    var began = System.nanoTime();
    for (var item = 0; item < items; item++) {
      sum += next.call();
    }
    var ended = System.nanoTime();
    lastSum = sum; // a volatile write can't be left out, nor can the sum
    record.sample(GeneratorFindings.TIME, "ns", way, (double) (ended - began) / items);
  }

  static long lastSum() {
    return lastSum;
  }
}
