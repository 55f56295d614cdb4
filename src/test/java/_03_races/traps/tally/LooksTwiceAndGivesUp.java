package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "whoever looks again just before can hardly lose three times",
    fails = "nobodyGivesUp",
    saying = "==> expected: <5004> but was: <4>")
public final class LooksTwiceAndGivesUp implements Counter {
  private static final int LOSSES = 3;

  private record State(int total, int highest) {}

  private final AtomicReference<State> state = new AtomicReference<>(new State(0, 0));

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    for (var losses = 0; losses < LOSSES; ) {
      var before = state.get();
      var total = before.total + amount;
      var after = new State(total, Math.max(before.highest, total));
      if (state.get() == before) {
        if (state.compareAndSet(before, after)) {
          return;
        }
        losses++;
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
