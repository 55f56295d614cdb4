package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

@Trap(
    belief = "an atomic call makes the next atomic call safe",
    fails = "theLastSeatIsSoldOnce",
    saying = "sold as [null] and as [1]")
public final class AsksThenTakes implements BoxOffice {
  private final int seats;
  private final ConcurrentSkipListSet<Integer> free = new ConcurrentSkipListSet<>();

  public AsksThenTakes(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
    IntStream.rangeClosed(1, seats).forEach(free::add);
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (free.size() < many) {
      return List.of();
    }
    var bought = new ArrayList<Integer>();
    for (var i = 0; i < many; i++) {
      bought.add(free.pollFirst());
    }
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    if (seat < 1 || seat > seats || !free.add(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
  }

  @Override
  public int free() {
    return free.size();
  }
}
