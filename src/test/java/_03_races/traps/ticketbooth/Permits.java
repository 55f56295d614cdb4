package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

@Trap(
    belief = "what is made of safe classes is safe",
    fails = "aSeatComesBackOnce",
    saying = "seat 1 is not sold, they say, and the free seats of 1 ==> expected: <1> but was: <0>")
public final class Permits implements BoxOffice {
  private final Semaphore left;
  private final Set<Integer> sold = ConcurrentHashMap.newKeySet();
  private final Queue<Integer> seats = new ConcurrentLinkedQueue<>();

  public Permits(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    left = new Semaphore(seats);
    IntStream.rangeClosed(1, seats).forEach(this.seats::add);
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    if (!left.tryAcquire(many)) {
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
    left.release();
  }

  @Override
  public int free() {
    return left.availablePermits();
  }
}
