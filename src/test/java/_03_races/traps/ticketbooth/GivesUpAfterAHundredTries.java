package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Trap(
    belief = "nobody is overtaken a hundred times",
    fails = "nobodyGivesUp",
    saying = "2 of 3 or all are free ==> expected: <2> but was: <0>")
public final class GivesUpAfterAHundredTries implements BoxOffice {
  private static final int TRIES = 100;

  private final int seats;
  private final AtomicReference<List<Integer>> free;

  public GivesUpAfterAHundredTries(int seats) {
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
    for (var tries = 0; tries < TRIES; tries++) {
      var now = free.get();
      if (now.size() < many) {
        return List.of();
      }
      if (free.compareAndSet(now, List.copyOf(now.subList(many, now.size())))) {
        return now.subList(0, many);
      }
    }
    return List.of();
  }

  @Override
  public void giveBack(int seat) {
    if (seat < 1 || seat > seats || free.getAndUpdate(now -> with(seat, now)).contains(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
  }

  private static List<Integer> with(int seat, List<Integer> seats) {
    return seats.contains(seat) ? seats : Stream.concat(seats.stream(), Stream.of(seat)).toList();
  }

  @Override
  public int free() {
    return free.get().size();
  }
}
