package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;
import java.util.concurrent.Semaphore;

@Trap(
    belief = "permits know for whom they are",
    fails = "roundAfterRound",
    saying = "one went on after round 2, and the other had not come")
public final class OneExit implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;
  private final Semaphore exit = new Semaphore(0);

  public OneExit(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    int mine;
    synchronized (this) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      mine = round;
      come++;
      if (come == threads) {
        come = 0;
        round++;
        exit.release(threads);
      }
    }
    try {
      exit.acquire();
    } catch (InterruptedException interrupted) {
      synchronized (this) {
        if (round == mine) {
          come--;
          throw interrupted;
        }
        exit.acquireUninterruptibly();
        Thread.currentThread().interrupt();
      }
    }
    return mine;
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
