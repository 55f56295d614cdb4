package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;

@Trap(
    belief = "looking again and again is waiting",
    fails = "whoWaitsSleeps",
    saying = "has waited for an hour, and is awake")
public final class LooksAllTheTime implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;

  public LooksAllTheTime(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    int mine = come();
    while (isRound(mine)) {
      if (Thread.interrupted()) {
        if (giveUp(mine)) {
          throw new InterruptedException();
        }
        Thread.currentThread().interrupt();
        return mine;
      }
      Thread.onSpinWait();
    }
    return mine;
  }

  private synchronized int come() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    come++;
    if (come < threads) {
      return round;
    }
    come = 0;
    return round++;
  }

  private synchronized boolean isRound(int mine) {
    return round == mine;
  }

  private synchronized boolean giveUp(int mine) {
    if (round != mine) {
      return false;
    }
    come--;
    return true;
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
