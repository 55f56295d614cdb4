package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "a lock guards the code, so each call may bring its own",
    fails = "theLastSeatIsSoldOnce",
    saying = "the free seats after the only one was sold ==> expected: <0> but was: <-1>")
public final class LockPerCall implements BoxOffice {
  private final boolean[] sold;
  private int free;

  public LockPerCall(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
    free = seats;
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var lock = new ReentrantLock();
    lock.lock();
    try {
      if (free < many) {
        return List.of();
      }
      free -= many;
      var bought = new ArrayList<Integer>();
      for (var seat = 1; seat < sold.length && bought.size() < many; seat++) {
        if (!sold[seat]) {
          sold[seat] = true;
          bought.add(seat);
        }
      }
      return bought;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void giveBack(int seat) {
    var lock = new ReentrantLock();
    lock.lock();
    try {
      if (seat < 1 || seat >= sold.length || !sold[seat]) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      sold[seat] = false;
      free++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int free() {
    var lock = new ReentrantLock();
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }
}
