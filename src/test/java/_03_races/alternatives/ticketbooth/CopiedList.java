package _03_races.alternatives.ticketbooth;

import _03_races.BoxOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// The free seats in a list that nobody changes once it can be seen: each sale changes a copy, and
/// puts it in place of the list that it has copied.
public final class CopiedList implements BoxOffice {
  private final int seats;
  private final AtomicReference<List<Integer>> free;

  public CopiedList(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
    free = new AtomicReference<>(IntStream.rangeClosed(1, seats).boxed().toList());
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    while (true) {
      var before = free.get();
      if (before.size() < many) {
        return List.of();
      }
      var after = new ArrayList<>(before);
      var bought = new ArrayList<Integer>();
      while (bought.size() < many) {
        bought.add(after.removeLast());
      }
      if (free.compareAndSet(before, after)) {
        return bought;
      }
    }
  }

  @Override
  public void giveBack(int seat) {
    while (true) {
      var before = free.get();
      if (seat < 1 || seat > seats || before.contains(seat)) {
        throw new IllegalArgumentException("seat " + seat + " is not sold");
      }
      var after = new ArrayList<>(before);
      after.add(seat);
      if (free.compareAndSet(before, after)) {
        return;
      }
    }
  }

  @Override
  public int free() {
    return free.get().size();
  }
}
