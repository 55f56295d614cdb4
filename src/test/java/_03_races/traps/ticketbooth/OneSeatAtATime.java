package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "many safe steps are a safe whole",
    fails = "aSaleIsOneStep",
    saying = "meanwhile 1 of 2 is free")
public final class OneSeatAtATime implements BoxOffice {
  private final boolean[] sold;

  public OneSeatAtATime(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    sold = new boolean[seats + 1]; // seats are numbered from 1
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    while (bought.size() < many) {
      var seat = takeOne();
      if (seat == 0) {
        bought.forEach(this::giveBack);
        return List.of();
      }
      bought.add(seat);
    }
    return bought;
  }

  private synchronized int takeOne() {
    for (var seat = 1; seat < sold.length; seat++) {
      if (!sold[seat]) {
        sold[seat] = true;
        return seat;
      }
    }
    return 0;
  }

  @Override
  public synchronized void giveBack(int seat) {
    if (seat < 1 || seat >= sold.length || !sold[seat]) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold[seat] = false;
  }

  @Override
  public synchronized int free() {
    var free = 0;
    for (var seat = 1; seat < sold.length; seat++) {
      free += sold[seat] ? 0 : 1;
    }
    return free;
  }
}
