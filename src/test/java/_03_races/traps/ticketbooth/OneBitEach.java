package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "no hall has more than 64 seats",
    fails = "oneCustomer",
    saying =
        "different seats of 300 that were sold, first 299, then 1 ==> expected: <300> but was: <")
public final class OneBitEach implements BoxOffice {
  private final int seats;
  private long sold;
  private int free;

  public OneBitEach(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
    free = seats;
  }

  @Override
  public synchronized List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (free < many) {
      return List.of();
    }
    free -= many;
    var bought = new ArrayList<Integer>();
    for (var seat = 1; seat <= seats && bought.size() < many; seat++) {
      if ((sold & 1L << seat) == 0) {
        sold |= 1L << seat;
        bought.add(seat);
      }
    }
    return bought;
  }

  @Override
  public synchronized void giveBack(int seat) {
    if (seat < 1 || seat > seats || (sold & 1L << seat) == 0) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold &= ~(1L << seat);
    free++;
  }

  @Override
  public synchronized int free() {
    return free;
  }
}
