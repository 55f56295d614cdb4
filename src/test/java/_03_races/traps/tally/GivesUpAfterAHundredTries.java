package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "nobody is overtaken a hundred times",
    fails = "nobodyGivesUp",
    saying = "==> expected: <5100> but was: <100>")
public final class GivesUpAfterAHundredTries implements Counter {
  private static final int TRIES = 100;

  private record State(int total, int highest) {}

  private final AtomicReference<State> state = new AtomicReference<>(new State(0, 0));

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    for (var tries = 0; tries < TRIES; tries++) {
      var before = state.get();
      var total = before.total + amount;
      if (state.compareAndSet(before, new State(total, Math.max(before.highest, total)))) {
        return;
      }
    }
  }

  @Override
  public int total() {
    return state.get().total;
  }

  @Override
  public int drain() {
    return state.getAndUpdate(before -> new State(0, before.highest)).total;
  }

  @Override
  public int highest() {
    return state.get().highest;
  }
}
