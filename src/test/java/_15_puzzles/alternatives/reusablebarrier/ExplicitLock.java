package _15_puzzles.alternatives.reusablebarrier;

import _15_puzzles.MeetingPoint;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A lock and a condition.
public final class ExplicitLock implements MeetingPoint {
  private final int threads;
  private final Lock lock = new ReentrantLock();
  private final Condition complete = lock.newCondition();
  private int round = 1;
  private int come;

  public ExplicitLock(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var mine = round;
      come++;
      if (come == threads) {
        come = 0;
        round++;
        complete.signalAll();
      }
      while (round == mine) {
        awaitRound(mine);
      }
      return mine;
    } finally {
      lock.unlock();
    }
  }

  private void awaitRound(int mine) throws InterruptedException {
    try {
      complete.await();
    } catch (InterruptedException interrupted) {
      if (round == mine) {
        come--;
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int waiting() {
    lock.lock();
    try {
      return come;
    } finally {
      lock.unlock();
    }
  }
}
