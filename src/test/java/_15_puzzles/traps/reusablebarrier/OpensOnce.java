package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;
import java.util.concurrent.CountDownLatch;

@Trap(
    belief = "a latch is a barrier",
    fails = "aloneItNeverWaits",
    saying = "the number of the round")
public final class OpensOnce implements MeetingPoint {
  private final int threads;
  private final CountDownLatch latch;

  public OpensOnce(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
    latch = new CountDownLatch(threads);
  }

  @Override
  public int await() throws InterruptedException {
    latch.countDown();
    latch.await();
    return 1;
  }

  @Override
  public int waiting() {
    return (int) (threads - latch.getCount()) % threads;
  }
}
