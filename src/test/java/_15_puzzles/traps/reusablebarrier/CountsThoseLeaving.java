package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;

@Trap(
    belief = "whoever has not left yet still waits",
    fails = "eachWaitsForTheOther",
    saying = "waiting, when one of the only round has gone on")
public final class CountsThoseLeaving implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;
  private int present;

  public CountsThoseLeaving(int threads) {
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
    present++;
    if (come == threads) {
      come = 0;
      round++;
      notifyAll();
    }
    while (round == mine) {
      awaitRound(mine);
    }
    present--;
    return mine;
  }

  private void awaitRound(int mine) throws InterruptedException {
    try {
      wait();
    } catch (InterruptedException interrupted) {
      if (round == mine) {
        come--;
        present--;
        throw interrupted;
      }
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized int waiting() {
    return present;
  }
}
