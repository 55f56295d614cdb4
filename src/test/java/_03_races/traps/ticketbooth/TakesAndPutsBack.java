package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Trap(
    belief = "what is put back at once was never away",
    fails = "whoAsksTooMuchTakesNothing",
    saying = "seats sold to one who wants 2 of 2 free ones ==> expected: <2> but was: <0>")
public final class TakesAndPutsBack implements BoxOffice {
  private final AtomicInteger left;
  private final Set<Integer> sold = ConcurrentHashMap.newKeySet();
  private final Queue<Integer> seats = new ConcurrentLinkedQueue<>();

  public TakesAndPutsBack(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    left = new AtomicInteger(seats);
    IntStream.rangeClosed(1, seats).forEach(this.seats::add);
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (left.addAndGet(-many) < 0) {
      left.addAndGet(many);
      return List.of();
    }
    var bought = new ArrayList<Integer>();
    while (bought.size() < many) {
      bought.add(seats.poll());
    }
    sold.addAll(bought);
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    if (!sold.remove(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    seats.add(seat);
    left.incrementAndGet();
  }

  @Override
  public int free() {
    return Math.max(0, left.get());
  }
}
