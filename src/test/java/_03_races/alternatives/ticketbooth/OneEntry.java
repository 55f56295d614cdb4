package _03_races.alternatives.ticketbooth;

import _03_races.BoxOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One entry of a concurrent map, computed afresh by each call. The map computes an entry once, and
/// keeps everybody else out meanwhile.
public final class OneEntry implements BoxOffice {
  private static final String FREE = "free";

  private final int seats;
  private final ConcurrentMap<String, List<Integer>> entries = new ConcurrentHashMap<>();

  public OneEntry(int seats) {
    if (seats < 0) {
      throw new IllegalArgumentException("there are 0 seats or more, not " + seats);
    }
    this.seats = seats;
    entries.put(FREE, IntStream.rangeClosed(1, seats).boxed().toList());
  }

  @Override
  public List<Integer> buy(int many) {
    if (many < 1) {
      throw new IllegalArgumentException("a customer buys 1 seat or more, not " + many);
    }
    var bought = new ArrayList<Integer>();
    entries.computeIfPresent(
        FREE,
        (_, free) -> {
          if (free.size() < many) {
            return free;
          }
          bought.addAll(free.subList(0, many));
          return List.copyOf(free.subList(many, free.size()));
        });
    return bought;
  }

  @Override
  public void giveBack(int seat) {
    entries.computeIfPresent(
        FREE,
        (_, free) -> {
          if (seat < 1 || seat > seats || free.contains(seat)) {
            throw new IllegalArgumentException("seat " + seat + " is not sold");
          }
          return Stream.concat(free.stream(), Stream.of(seat)).toList();
        });
  }

  @Override
  public int free() {
    return entries.get(FREE).size();
  }
}
