package _14_memory.lab;

import java.util.concurrent.atomic.AtomicInteger;

/// A barrier for threads that are to go on at almost the same moment: they spin, because to be
/// woken takes longer than what they are about to do.
final class SpinBarrier {
  private static final int SPINS_BEFORE_YIELDING = 1_000;

  private final int parties;
  private final AtomicInteger arrivals = new AtomicInteger();

  SpinBarrier(int parties) {
    this.parties = parties;
  }

  /// Waits until all have come as often as this thread has.
  ///
  /// @throws InterruptedException if this thread is interrupted while it waits
  void await() throws InterruptedException {
    var ticket = arrivals.getAndIncrement();
    var last = (ticket / parties + 1) * parties;
    for (var spins = 0; arrivals.get() < last; spins++) {
      if (spins < SPINS_BEFORE_YIELDING) {
        Thread.onSpinWait();
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      } else {
        Thread.yield(); // with fewer cores than threads, the others need this one to arrive
      }
    }
  }
}
