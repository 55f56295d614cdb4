package _04_locks.lab;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Scenario;

/// What came of two bodies, each repeated by a thread of its own.
///
/// @param through how many rounds were done
/// @param stuck whether they waited for each other, so that the rest was called off
record RepeatedPair(long through, boolean stuck) {
  /// Blocks until all rounds are done, or the two are stuck.
  ///
  /// @param bodies two, which end when they are interrupted while they wait
  /// @param pause milliseconds from look to look for a deadlock
  static RepeatedPair of(List<Scenario.Body> bodies, int rounds, int pause)
      throws InterruptedException {
    var start = new CyclicBarrier(2);
    var done = new AtomicLong();
    var threads =
        bodies.stream()
            .map(body -> new Thread(new FutureTask<>(repeated(body, rounds, start, done))))
            .toList();
    threads.forEach(Thread::start);
    var stuck = false;
    try {
      while (!stuck && threads.stream().anyMatch(Thread::isAlive)) {
        Thread.sleep(pause);
        stuck = threads.stream().anyMatch(Deadlock::includes);
      }
    } finally {
      threads.forEach(Thread::interrupt); // ends those that are stuck
    }
    for (var thread : threads) {
      thread.join();
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
