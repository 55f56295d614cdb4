package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

@Trap(
    belief = "to look twice for what is made on first use needs no volatile",
    fails = "theLastSeatIsSoldOnce",
    saying = "data race")
public final class MadeOnFirstUse implements BoxOffice {
  private final int seats;
  private TreeSet<Integer> free;

  public MadeOnFirstUse(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
  }

  private TreeSet<Integer> freeSeats() {
    if (free == null) {
      synchronized (this) {
        if (free == null) {
          free = new TreeSet<>(IntStream.rangeClosed(1, seats).boxed().toList());
        }
      }
    }
    return free;
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var free = freeSeats();
    synchronized (free) {
      var bought = new ArrayList<Integer>();
      if (free.size() >= many) {
        while (bought.size() < many) {
          bought.add(free.pollFirst());
        }
      }
      return bought;
    }
  }

  @Override
  public void giveBack(int seat) {
    var free = freeSeats();
    synchronized (free) {
      if (seat < 1 || seat > seats || !free.add(seat)) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
    }
  }

  @Override
  public int free() {
    var free = freeSeats();
    synchronized (free) {
      return free.size();
    }
  }
}
