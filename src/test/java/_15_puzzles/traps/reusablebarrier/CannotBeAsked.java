package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

@Trap(
    belief = "whoever asks is never interrupted",
    fails = "theOthersHaveCome",
    saying = "InterruptedException")
public final class CannotBeAsked implements MeetingPoint {
  private final int threads;
  private final Semaphore mutex = new Semaphore(1);
  private CountDownLatch gate = new CountDownLatch(1); // of the round
  private int round = 1;
  private int come;

  public CannotBeAsked(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread");
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    mutex.acquire();
    int mine = round;
    CountDownLatch myGate = gate;
    come++;
    if (come == threads) {
      come = 0;
      round++;
      gate = new CountDownLatch(1);
      myGate.countDown();
      mutex.release();
      return mine;
    }
    mutex.release();
    try {
      myGate.await();
    } catch (InterruptedException interrupted) {
      mutex.acquireUninterruptibly();
      try {
        if (round == mine) {
          come--;
          throw interrupted;
        }
      } finally {
        mutex.release();
      }
      Thread.currentThread().interrupt();
    }
    return mine;
  }

  @Override
  public int waiting() {
    try {
      mutex.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    try {
      return come;
    } finally {
      mutex.release();
    }
  }
}
