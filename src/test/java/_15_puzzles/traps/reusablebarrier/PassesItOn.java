package _15_puzzles.traps.reusablebarrier;

import _15_puzzles.MeetingPoint;
import book.Trap;

@Trap(belief = "notify wakes one of this round", fails = "allGoOn", saying = "lost wake-up")
public final class PassesItOn implements MeetingPoint {
  private final int threads;
  private int round = 1;
  private int come;

  public PassesItOn(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread");
    }
    this.threads = threads;
  }

  @Override
  public synchronized int await() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int mine = round;
    come++;
    if (come == threads) {
      come = 0;
      round++;
    }
    while (round == mine) {
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
    notify(); // whoever goes on wakes the next one
    return mine;
  }

  @Override
  public synchronized int waiting() {
    return come;
  }
}
