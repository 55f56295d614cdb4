package _03_races.lab;

import java.util.concurrent.atomic.AtomicInteger;

/// A meeting point for two threads that starts both at almost the same moment. It spins instead of
/// sleeping: to be woken takes longer than the steps that are to collide.
final class Rendezvous {
  private static final int SPINS_BEFORE_YIELDING = 200;

  private final AtomicInteger arrivals = new AtomicInteger();

  /// Waits for the other thread, as often as both come.
  ///
  /// @param round how often this thread has been here before, from 0
  /// @return whether the wait was so short that both threads now run at once
  /// @throws InterruptedException if this thread is interrupted while it waits
  boolean meet(int round) throws InterruptedException {
    arrivals.incrementAndGet();
    var spins = 0;
    for (; arrivals.get() < 2 * (round + 1); spins++) {
      if (spins < SPINS_BEFORE_YIELDING) {
        Thread.onSpinWait();
      } else if (Thread.interrupted()) {
        throw new InterruptedException();
      } else {
        Thread.yield(); // with one core only, the other thread needs it to arrive
      }
    }
    return spins <= SPINS_BEFORE_YIELDING;
  }
}
