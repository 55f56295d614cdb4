package _03_races.solution;

import _03_races.BoxOffice;
import java.util.ArrayList;
import java.util.List;

/// Sells each seat once. To look and to take is one step: the lock is held from the first look to
/// the last seat taken.
public final class TicketBooth implements BoxOffice {
  private final boolean[] sold;
  private int free;

  public TicketBooth(int seats) {
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
    free -= many;
    var bought = new ArrayList<Integer>();
    for (var seat = 1; bought.size() < many; seat++) {
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
    free++;
  }

  @Override
  public synchronized int free() {
    return free;
  }
}
