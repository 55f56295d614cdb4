package _04_locks.lab;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import workbook.Scenario;

/// What came of two bodies, each repeated by a thread of its own.
///
/// @param through how many rounds were done
/// @param stuck whether both waited for each other, so that the rest was called off
record RepeatedPair(long through, boolean stuck) {
  /// Blocks until all rounds are done, or the two are stuck.
  ///
  /// @param patience how many milliseconds without a round, while both wait, tell that they are
  ///   stuck
  /// @param bodies two, which end when they are interrupted while they wait
  static RepeatedPair of(
      List<Scenario.Body> bodies, int rounds, int patience, BooleanSupplier bothWait)
      throws InterruptedException {
    var start = new CyclicBarrier(2);
    var done = new AtomicLong();
    var stuck = false;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(repeated(bodies.getFirst(), rounds, start, done));
      var two = threads.submit(repeated(bodies.getLast(), rounds, start, done));
      while (!stuck && !(one.isDone() && two.isDone())) {
        var before = done.get();
        Thread.sleep(patience);
        stuck = bothWait.getAsBoolean() && done.get() == before;
      }
      threads.shutdownNow(); // interrupts those that are stuck
    }
    return new RepeatedPair(done.get(), stuck);
  }

  private static Callable<Void> repeated(
      Scenario.Body body, int rounds, CyclicBarrier start, AtomicLong done) {
    return () -> {
      start.await();
      for (var round = 0; round < rounds; round++) {
        body.run();
        done.incrementAndGet();
      }
      return null;
    };
  }
}
