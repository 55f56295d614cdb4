package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

@Trap(
    belief = "an interrupted thread has nothing left to do",
    fails = "anInterruptEndsNoCall",
    saying = "seats sold to an interrupted thread, of 2 or 1 ==> expected: <1> but was: <0>")
public final class InterruptedMeansStop implements BoxOffice {
  private final Semaphore alone = new Semaphore(1);
  private final List<Integer> free = new ArrayList<>();
  private final int seats;

  public InterruptedMeansStop(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
    for (var seat = 1; seat <= seats; seat++) {
      free.add(seat);
    }
  }

  private boolean enters() {
    try {
      alone.acquire();
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    if (!enters()) {
      return bought;
    }
    try {
      if (free.size() >= many) {
        while (bought.size() < many) {
          bought.add(free.removeFirst());
        }
      }
      return bought;
    } finally {
      alone.release();
    }
  }

  @Override
  public void giveBack(int seat) {
    if (!enters()) {
      return;
    }
    try {
      if (seat < 1 || seat > seats || free.contains(seat)) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      free.add(seat);
    } finally {
      alone.release();
    }
  }

  @Override
  public int free() {
    if (!enters()) {
      return 0;
    }
    try {
      return free.size();
    } finally {
      alone.release();
    }
  }
}
