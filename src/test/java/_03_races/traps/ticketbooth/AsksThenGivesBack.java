package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Trap(
    belief = "a look at a concurrent map stays true until the next line",
    fails = "aSeatComesBackOnce",
    saying = "how often seat 1, sold once, was taken back ==> expected: <1> but was: <2>")
public final class AsksThenGivesBack implements BoxOffice {
  private final int seats;
  private final ConcurrentMap<Integer, Boolean> sold = new ConcurrentHashMap<>();

  public AsksThenGivesBack(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
  }

  @Override
  public synchronized List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    if (free() >= many) {
      for (var seat = 1; bought.size() < many; seat++) {
        if (!sold.containsKey(seat)) {
          bought.add(seat);
        }
      }
    }
    bought.forEach(seat -> sold.put(seat, true));
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    if (!sold.containsKey(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    sold.remove(seat);
  }

  @Override
  public int free() {
    return seats - sold.size();
  }
}
