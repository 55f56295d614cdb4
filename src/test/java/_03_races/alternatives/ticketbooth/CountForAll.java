package _03_races.alternatives.ticketbooth;

import _03_races.BoxOffice;
import java.util.ArrayList;
import java.util.List;

/// The booth is locked for buying and giving back. Whoever only looks reads one volatile number,
/// which is written once, as the last step of each change.
public final class CountForAll implements BoxOffice {
  private final boolean[] sold;
  private volatile int free;

  public CountForAll(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
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
    var bought = new ArrayList<Integer>();
    for (var seat = 1; bought.size() < many; seat++) {
      if (!sold[seat]) {
        sold[seat] = true;
        bought.add(seat);
      }
    }
    free = free - many;
    return bought;
  }

  @Override
  public synchronized void giveBack(int seat) {
    if (seat < 1 || seat >= sold.length || !sold[seat]) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold[seat] = false;
    free = free + 1;
  }

  @Override
  public int free() {
    return free;
  }
}
