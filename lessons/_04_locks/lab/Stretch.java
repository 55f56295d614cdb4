package _04_locks.lab;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// What threads got done in a stretch of time, in which each repeats its round.
///
/// The time is given, not the number of rounds: one thread would have done a few thousand short
/// rounds before the next has begun, and the two would never meet.
///
/// @param rounds how many rounds all threads did together
/// @param nanos how long they had
/// @param cpuNanos how long processors worked for them, all threads together
record Stretch(long rounds, long nanos, long cpuNanos) {
  /// Lets one thread for each body repeat it, all at the same time, and blocks until all have
  /// ended. Each does it at least once, however busy the machine is.
  ///
  /// @param bodies one round for each thread; must not wait for a thread that may have ended
  static Stretch of(int millis, List<Runnable> bodies) throws Exception {
    var start = new CyclicBarrier(bodies.size() + 1);
    var going = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(bodies.size())) {
      var parts = new ArrayList<Future<Stretch>>();
      bodies.forEach(body -> parts.add(threads.submit(repeat(body, start, going))));
      start.await();
      var began = System.nanoTime();
      try {
        TimeUnit.MILLISECONDS.sleep(millis);
      } finally {
        going.set(false);
      }
      var all = new Stretch(0, System.nanoTime() - began, 0);
      for (var part : parts) {
        all = all.and(part.get());
      }
      return all;
    }
  }

  private static Callable<Stretch> repeat(Runnable body, CyclicBarrier start, AtomicBoolean going) {
    return () -> {
      var clock = ManagementFactory.getThreadMXBean();
      start.await();
      var began = clock.getCurrentThreadCpuTime();
      var count = 0L;
      do {
        body.run();
        count++;
      } while (going.get());
      return new Stretch(count, 0, clock.getCurrentThreadCpuTime() - began);
    };
  }

  private Stretch and(Stretch part) {
    return new Stretch(rounds + part.rounds, nanos, cpuNanos + part.cpuNanos);
  }

  double perSecond() {
    return (double) rounds * TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  /// How many processors worked for them, on average.
  double cores() {
    return (double) cpuNanos / nanos;
  }
}
