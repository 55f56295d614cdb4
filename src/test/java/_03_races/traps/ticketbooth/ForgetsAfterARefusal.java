package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "what comes after finally is done, too",
    fails = "anInterruptEndsNoCall",
    saying = "left its thread interrupted")
public final class ForgetsAfterARefusal implements BoxOffice {
  private final ReentrantLock lock = new ReentrantLock();
  private final boolean[] sold;
  private int free;

  public ForgetsAfterARefusal(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1];
    free = seats;
  }

  private boolean locks() {
    var interrupted = false;
    while (true) {
      try {
        lock.lockInterruptibly();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    var interrupted = locks();
    try {
      if (free >= many) {
        free -= many;
        for (var seat = 1; bought.size() < many; seat++) {
          if (!sold[seat]) {
            sold[seat] = true;
            bought.add(seat);
          }
        }
      }
    } finally {
      lock.unlock();
    }
    restore(interrupted);
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    var interrupted = locks();
    try {
      if (seat < 1 || seat >= sold.length || !sold[seat]) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      sold[seat] = false;
      free++;
    } finally {
      lock.unlock();
    }
    restore(interrupted);
  }

  @Override
  public int free() {
    var interrupted = locks();
    int now;
    try {
      now = free;
    } finally {
      lock.unlock();
    }
    restore(interrupted);
    return now;
  }
}
