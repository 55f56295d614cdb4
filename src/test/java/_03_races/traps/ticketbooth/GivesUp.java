package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "whoever does not get the lock comes too late",
    fails = "thereIsRoomForBoth",
    saying = "2 seats for 2 customers, sold")
public final class GivesUp implements BoxOffice {
  private final ReentrantLock lock = new ReentrantLock();
  private final boolean[] sold;
  private int free;

  public GivesUp(int seats) {
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
    if (!lock.tryLock()) {
      return List.of();
    }
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
    lock.lock();
    try {
      return free;
    } finally {
      lock.unlock();
    }
  }
}
