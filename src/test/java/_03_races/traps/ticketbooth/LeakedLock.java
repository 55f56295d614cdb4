package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "the lock is released when the method throws",
    fails = "nonsenseHarmsNobody",
    saying = "deadlock")
public final class LeakedLock implements BoxOffice {
  private final Lock lock = new ReentrantLock();
  private final boolean[] sold;
  private int free;

  public LeakedLock(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
    free = seats;
  }

  @Override
  public List<Integer> buy(int many) {
    lock.lock();
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    if (free >= many) {
      free -= many;
      for (var seat = 1; seat < sold.length && bought.size() < many; seat++) {
        if (!sold[seat]) {
          sold[seat] = true;
          bought.add(seat);
        }
      }
    }
    lock.unlock();
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    lock.lock();
    if (seat < 1 || seat >= sold.length || !sold[seat]) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold[seat] = false;
    free++;
    lock.unlock();
  }

  @Override
  public int free() {
    lock.lock();
    var now = free;
    lock.unlock();
    return now;
  }
}
