package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "the finer the lock, the better",
    fails = "whoAsksTooMuchTakesNothing",
    saying = "seats sold to one who wants 2 of 2 free ones ==> expected: <2> but was: <")
public final class LockPerSeat implements BoxOffice {
  private final List<Seat> seats = new ArrayList<>();

  private static final class Seat {
    private boolean sold;

    synchronized boolean take() {
      var free = !sold;
      sold = true;
      return free;
    }

    synchronized boolean putBack() {
      var taken = sold;
      sold = false;
      return taken;
    }

    synchronized boolean isFree() {
      return !sold;
    }
  }

  public LockPerSeat(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    for (var seat = 1; seat <= seats; seat++) {
      this.seats.add(new Seat());
    }
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    for (var seat = 1; seat <= seats.size() && bought.size() < many; seat++) {
      if (seats.get(seat - 1).take()) {
        bought.add(seat);
      }
    }
    if (bought.size() < many) {
      bought.forEach(this::giveBack);
      return List.of();
    }
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    if (seat < 1 || seat > seats.size() || !seats.get(seat - 1).putBack()) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
  }

  @Override
  public int free() {
    return (int) seats.stream().filter(Seat::isFree).count();
  }
}
