package _12_async.lab;

import _12_async.ByCoroutines;
import _12_async.ByProcesses;
import _12_async.ByThreads;
import _12_async.Job;
import _12_async.Way;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/// A JVM of its own that tries one of the three ways, so that no other way's memory is taken for
/// its. Prints what it finds, a line each: what, a tab, and the value.
public final class WaysJvm {
  private WaysJvm() {}

  /// @param args the way, how many jobs wait, and how many steps a job computes
  public static void main(String[] args) throws Exception {
    var way = way(args[0]);
    hold(way, Integer.parseInt(args[1]));
    compute(way, Integer.parseInt(args[2]));
    way.addTwice();
    print(WaysFindings.COUNTER, Job.COUNTER.get());
    try {
      way.fail();
    } catch (Exception failure) {
      print(WaysFindings.FAILURE, failure);
    }
  }

  private static Way way(String name) {
    return switch (name) {
      case WaysFindings.PROCESSES -> new ByProcesses();
      case WaysFindings.THREADS -> new ByThreads();
      default -> new ByCoroutines();
    };
  }

  private static void hold(Way way, int jobs) throws Exception {
    way.hold(1, () -> {}); // the first pays for what all of them use
    System.gc();
    var before = ProportionalMemory.kibibytes();
    var after = new AtomicReference<>(OptionalLong.empty());
    var began = System.nanoTime();
    way.hold(
        jobs,
        () -> {
          print(WaysFindings.START, (System.nanoTime() - began) / 1e3 / jobs);
          after.set(ProportionalMemory.kibibytes());
        });
    if (before.isPresent() && after.get().isPresent()) {
      var more = Math.max(1, after.get().getAsLong() - before.getAsLong());
      print(WaysFindings.MEMORY, (double) more / jobs);
    }
  }

  private static void compute(Way way, int steps) throws Exception {
    way.compute(1, steps); // warms up
    var one = way.compute(1, steps);
    print(WaysFindings.TWO, (double) way.compute(2, steps) / one);
  }

  private static void print(String what, Object value) {
    System.out.println(what + "\t" + value);
  }
}
