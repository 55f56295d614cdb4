package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "any lock will do, as long as each method has one",
    fails = "eachCallTakesEffectAtOneMoment",
    saying = "no order of these calls explains what came back")
public final class LockPerMethod implements BoxOffice {
  private final Object buying = new Object();
  private final Object givingBack = new Object();
  private final boolean[] sold;
  private int free;

  public LockPerMethod(int seats) {
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
    synchronized (buying) {
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
    }
  }

  @Override
  public void giveBack(int seat) {
    synchronized (givingBack) {
      if (seat < 1 || seat >= sold.length || !sold[seat]) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      sold[seat] = false;
      free++;
    }
  }

  @Override
  public int free() {
    synchronized (buying) {
      return free;
    }
  }
}
