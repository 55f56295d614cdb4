package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "volatile makes it safe",
    fails = "theLastSeatIsSoldOnce",
    saying = "the free seats after the only one was sold ==> expected: <0> but was: <-1>")
public final class VolatileCount implements BoxOffice {
  private final boolean[] sold;
  private volatile int free;

  public VolatileCount(int seats) {
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

  @Override
  public void giveBack(int seat) {
    if (seat < 1 || seat >= sold.length || !sold[seat]) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold[seat] = false;
    free++;
  }

  @Override
  public int free() {
    return free;
  }
}
