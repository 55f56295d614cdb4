package _03_races.traps.ticketbooth;

import _03_races.BoxOffice;
import book.Trap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Trap(
    belief = "a list that was returned is never looked at again",
    fails = "oneCustomer",
    saying =
        "what was sold earlier, now that others have called ==> expected: <[2]> but was: <[1]>")
public final class SameListAgain implements BoxOffice {
  private final List<Integer> free = new ArrayList<>();
  private final Set<Integer> sold = new HashSet<>();
  private final List<Integer> bought = new ArrayList<>();

  public SameListAgain(int seats) {
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
    bought.clear();
    while (bought.size() < many) {
      bought.add(free.removeFirst());
    }
    sold.addAll(bought);
    return bought;
  }

  @Override
  public synchronized void giveBack(int seat) {
    if (!sold.remove(seat)) {
      throw new IllegalArgumentException("seat " + seat + " is not sold");
    }
    free.add(seat);
  }

  @Override
  public synchronized int free() {
    return free.size();
  }
}
