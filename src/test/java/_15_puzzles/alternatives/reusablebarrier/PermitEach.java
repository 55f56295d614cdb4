package _15_puzzles.alternatives.reusablebarrier;

import _15_puzzles.MeetingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A semaphore for each thread that waits.
public final class PermitEach implements MeetingPoint {
  private final int threads;
  private List<Semaphore> waiters = new ArrayList<>();
  private int round = 1;

  public PermitEach(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    var me = new Semaphore(0);
    var mine = come(me);
    try {
      me.acquire();
    } catch (InterruptedException interrupted) {
      if (giveUp(me)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
    return mine;
  }

  private synchronized int come(Semaphore me) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var mine = round;
    waiters.add(me);
    if (waiters.size() == threads) {
      waiters.forEach(Semaphore::release);
      waiters = new ArrayList<>();
      round++;
    }
    return mine;
  }

  private synchronized boolean giveUp(Semaphore me) {
    return waiters.remove(me);
  }

  @Override
  public synchronized int waiting() {
    return waiters.size();
  }
}
