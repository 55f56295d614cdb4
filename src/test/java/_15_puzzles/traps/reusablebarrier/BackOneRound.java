package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;

@Trap(
    belief = "rounds are counted from 0",
    fails = "aloneItNeverWaits",
    saying = "the first round of another barrier")
public final class BackOneRound implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;

  public BackOneRound(int threads) {
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
    return mine - 1;
  }

  private void awaitRound(int mine) throws InterruptedException {
    try {
      wait();
    } catch (InterruptedException interrupted) {
      if (round == mine) {
        come--;
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
