package _03_races.alternatives.tally;

import _03_races.Counter;
import java.util.concurrent.atomic.AtomicReference;

/// Both numbers in one immutable object, exchanged as a whole. Nobody ever waits: who comes too
/// late computes again.
public final class WholeState implements Counter {
  private static final State NOTHING = new State(0, 0);

  private final AtomicReference<State> state = new AtomicReference<>(NOTHING);

  private record State(int total, int highest) {
    State plus(int amount) {
      return new State(total + amount, Math.max(highest, total + amount));
    }

    State drained() {
      return new State(0, highest);
    }
  }

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    state.updateAndGet(now -> now.plus(amount));
  }

  @Override
  public int total() {
    return state.get().total();
  }

  @Override
  public int drain() {
    return state.getAndUpdate(State::drained).total();
  }

  @Override
  public int highest() {
    return state.get().highest();
  }
}
