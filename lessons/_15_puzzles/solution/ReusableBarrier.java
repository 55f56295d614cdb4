package _15_puzzles.solution;

import _15_puzzles.MeetingPoint;

/// A barrier whose threads wait for the round to change, not for a count: a count is back at 0
/// before everybody has looked.
public final class ReusableBarrier implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;

  public ReusableBarrier(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public synchronized int await() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var mine = round;
    come++;
    if (come == threads) {
      come = 0;
      round++;
      notifyAll();
    }
    while (round == mine) {
      awaitRound(mine);
    }
    return mine;
  }

  private void awaitRound(int mine) throws InterruptedException {
    try {
      wait();
    } catch (InterruptedException interrupted) {
      if (round == mine) {
        come--; // as if it had never come
        throw interrupted;
      }
      Thread.currentThread().interrupt(); // it goes on with the others
    }
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
