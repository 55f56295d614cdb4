package _15_puzzles.exercise;

import _15_puzzles.MeetingPoint;

/// A barrier for a fixed number of threads, used round after round.
public final class ReusableBarrier implements MeetingPoint {
  private final int threads;
  private int come;

  // TODO: right for one round. What does a thread find that wakes up late, when the others have
  // come back already?

  public ReusableBarrier(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a barrier is for 1 thread or more, not " + threads);
    }
    this.threads = threads;
  }

  @Override
  public synchronized int await() throws InterruptedException {
    come++;
    if (come == threads) {
      notifyAll();
    }
    while (come < threads) {
      wait();
    }
    return 1;
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
