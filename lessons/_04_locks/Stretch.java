package _04_locks;

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
/// The time is given, not the number of rounds: a few thousand short rounds would be over in one
/// thread before the next has begun, and nobody would meet anybody.
///
/// @param rounds how many rounds all threads did together
/// @param nanos how long they had
record Stretch(long rounds, long nanos) {
  /// Lets one thread for each body repeat it, all at the same time, and blocks until all have
  /// ended.
  ///
  /// @param rounds one round for each thread; must not wait for a thread that may have ended
  static Stretch of(int millis, List<Runnable> rounds) throws Exception {
    var start = new CyclicBarrier(rounds.size() + 1);
    var going = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(rounds.size())) {
      var counts = new ArrayList<Future<Long>>();
      rounds.forEach(round -> counts.add(threads.submit(repeat(round, start, going))));
      start.await();
      var began = System.nanoTime();
      try {
        TimeUnit.MILLISECONDS.sleep(millis);
      } finally {
        going.set(false);
      }
      var nanos = System.nanoTime() - began;
      var sum = 0L;
      for (var count : counts) {
        sum += count.get();
      }
      return new Stretch(sum, nanos);
    }
  }

  private static Callable<Long> repeat(Runnable round, CyclicBarrier start, AtomicBoolean going) {
    return () -> {
      start.await();
      var count = 0L;
      while (going.get()) {
        round.run();
        count++;
      }
      return count;
    };
  }

  double perSecond() {
    return (double) rounds * TimeUnit.SECONDS.toNanos(1) / nanos;
  }
}
