package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(belief = "== compares numbers", fails = "oneCustomer", saying = "seat 200 is not sold")
public final class ComparesBoxes implements BoxOffice {
  private final List<Integer> free = new ArrayList<>();
  private final List<Integer> sold = new ArrayList<>();

  public ComparesBoxes(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    for (var seat = 1; seat <= seats; seat++) {
      free.add(seat);
    }
  }

  @Override
  public synchronized List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (free.size() < many) {
      return List.of();
    }
    var bought = new ArrayList<Integer>();
    while (bought.size() < many) {
      bought.add(free.removeFirst());
    }
    sold.addAll(bought);
    return bought;
  }

  @Override
  public synchronized void giveBack(int seat) {
    Integer wanted = seat;
    for (var one : sold) {
      if (one == wanted) {
        sold.remove(wanted);
        free.add(wanted);
        return;
      }
    }
    throw new IllegalArgumentException("seat " + seat + " is not sold");
  }

  @Override
  public synchronized int free() {
    return free.size();
  }
}
