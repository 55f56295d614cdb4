package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "what threads share must be static",
    fails = "oneCustomer",
    saying = "beside another with 1 ==> expected: <2> but was: <1>")
public final class OneForAll implements BoxOffice {
  private static boolean[] sold;
  private static int free;

  public OneForAll(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    synchronized (OneForAll.class) {
      sold = new boolean[seats + 1]; // seats are numbered from 1
      free = seats;
    }
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    synchronized (OneForAll.class) {
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
    synchronized (OneForAll.class) {
      if (seat < 1 || seat >= sold.length || !sold[seat]) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      sold[seat] = false;
      free++;
    }
  }

  @Override
  public int free() {
    synchronized (OneForAll.class) {
      return free;
    }
  }
}
