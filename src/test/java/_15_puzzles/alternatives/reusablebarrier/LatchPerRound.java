package _15_puzzles.alternatives.reusablebarrier;

import _15_puzzles.MeetingPoint;
import java.util.concurrent.CountDownLatch;

/// A latch for each round.
public final class LatchPerRound implements MeetingPoint {
  private final int threads;
  private Round round = new Round(1);

  private static final class Round {
    final int number;
    final CountDownLatch complete = new CountDownLatch(1);
    int come;

    Round(int number) {
      this.number = number;
    }
  }

  public LatchPerRound(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public int await() throws InterruptedException {
    var mine = come();
    try {
      mine.complete.await();
    } catch (InterruptedException interrupted) {
      if (giveUp(mine)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
    return mine.number;
  }

  private synchronized Round come() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var mine = round;
    mine.come++;
    if (mine.come == threads) {
      round.complete.countDown();
      round = new Round(round.number + 1);
    }
    return mine;
  }

  private synchronized boolean giveUp(Round mine) {
    if (mine != round) {
      return false;
    }
    mine.come--;
    return true;
  }

  @Override
  public synchronized int waiting() {
    return round.come;
  }
}
