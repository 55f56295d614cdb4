package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;

@Trap(
    belief = "when one is called away, the round begins anew",
    fails = "theOthersHaveCome",
    saying = "waiting, after two came and one of them was called away")
public final class StartsOver implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;

  public StartsOver(int threads) {
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
        come = 0;
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
