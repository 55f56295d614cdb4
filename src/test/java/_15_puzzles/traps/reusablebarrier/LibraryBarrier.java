package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "CyclicBarrier does the same",
    fails = "calledAway",
    saying = "BrokenBarrierException")
public final class LibraryBarrier implements MeetingPoint {
  private final int threads;
  private final AtomicInteger round = new AtomicInteger(1);
  private final CyclicBarrier barrier;

  public LibraryBarrier(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
    barrier = new CyclicBarrier(threads, round::incrementAndGet);
  }

  @Override
  public int await() throws InterruptedException {
    try {
      var mine = round.get();
      barrier.await();
      return mine;
    } catch (BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public int waiting() {
    return barrier.getNumberWaiting();
  }
}
