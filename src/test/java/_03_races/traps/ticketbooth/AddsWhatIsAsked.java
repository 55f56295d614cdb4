package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "a sum of two numbers is larger than either",
    fails = "oneCustomer",
    saying = "what was sold when 1 seat is left")
public final class AddsWhatIsAsked implements BoxOffice {
  private final boolean[] sold;
  private int taken;

  public AddsWhatIsAsked(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
  }

  @Override
  public synchronized List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (taken + many >= sold.length) {
      return List.of();
    }
    taken += many;
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
  public synchronized void giveBack(int seat) {
    if (seat < 1 || seat >= sold.length || !sold[seat]) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold[seat] = false;
    taken--;
  }

  @Override
  public synchronized int free() {
    return sold.length - 1 - taken;
  }
}
