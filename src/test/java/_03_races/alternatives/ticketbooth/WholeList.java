package _03_races.alternatives.ticketbooth;

import _03_races.BoxOffice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The free seats in one immutable list, exchanged as a whole. What the exchange found tells
/// whether it was a sale.
public final class WholeList implements BoxOffice {
  private final int seats;
  private final AtomicReference<List<Integer>> free;

  public WholeList(int seats) {
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
    var found = free.getAndUpdate(now -> without(many, now));
    return found.size() < many ? List.of() : found.subList(0, many);
  }

  @Override
  public void giveBack(int seat) {
    if (seat < 1 || seat > seats || free.getAndUpdate(now -> with(seat, now)).contains(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
  }

  /// The same seats if there are too few.
  private static List<Integer> without(int many, List<Integer> seats) {
    return seats.size() < many ? seats : seats.stream().skip(many).toList();
  }

  private static List<Integer> with(int seat, List<Integer> seats) {
    return seats.contains(seat) ? seats : Stream.concat(seats.stream(), Stream.of(seat)).toList();
  }

  @Override
  public int free() {
    return free.get().size();
  }
}
