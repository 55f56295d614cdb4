package _14_memory.lab;

import _14_memory.LitmusProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import workbook.Scenario;

/// Many runs of one litmus test, each with a fresh program, on real threads that meet again and
/// again, so that they stay close together.
final class LitmusRun {
  private static final int BATCH = 2_000;
  private static final int BETWEEN_MEETINGS = 10; // runs: few enough to stay in step

  private LitmusRun() {}

  /// Blocks until so many runs are over.
  ///
  /// @return how often each outcome was seen
  static Map<String, Long> count(Supplier<? extends LitmusProgram> fresh, int runs)
      throws Exception {
    var counts = new TreeMap<String, Long>();
    try (var threads = Executors.newCachedThreadPool()) {
      for (var left = runs; left > 0; left -= BATCH) {
        var batch = new ArrayList<LitmusProgram>();
        for (var n = 0; n < Math.min(BATCH, left); n++) {
          batch.add(fresh.get());
        }
        var bodies = batch.stream().map(LitmusProgram::bodies).toList();
        for (var thread : threads.invokeAll(sides(bodies))) {
          thread.get();
        }
        batch.forEach(program -> counts.merge(program.outcome(), 1L, Long::sum));
      }
    }
    return counts;
  }

  /// What each thread does: its own body of every program.
  private static List<Callable<Void>> sides(List<List<Scenario.Body>> bodies) {
    var sides = new ArrayList<Callable<Void>>();
    var number = bodies.getFirst().size();
    var meeting = new SpinBarrier(number);
    for (var n = 0; n < number; n++) {
      var side = n;
      sides.add(
          () -> {
            for (var run = 0; run < bodies.size(); run++) {
              if (run % BETWEEN_MEETINGS == 0) {
                meeting.await();
              }
              bodies.get(run).get(side).run();
            }
            return null;
          });
    }
    return sides;
  }
}
