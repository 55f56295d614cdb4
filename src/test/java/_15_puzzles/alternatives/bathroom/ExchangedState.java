package _15_puzzles.alternatives.bathroom;

import _15_puzzles.Washroom;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// An immutable state that is exchanged as a whole; each has a latch that opens when it is over.
public final class ExchangedState implements Washroom {
  private final int places;
  private final AtomicReference<State> state =
      new AtomicReference<>(new State(Sign.WOMEN, 0, new CountDownLatch(1)));

  private record State(Sign sign, int inside, CountDownLatch over) {
    boolean canEnter(Sign who, int places) {
      return inside == 0 || sign == who && inside < places;
    }
  }

  public ExchangedState(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    Objects.requireNonNull(sign);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      var now = state.get();
      if (now.canEnter(sign, places) && exchange(now, sign, now.inside + 1)) {
        return;
      }
      if (!now.canEnter(sign, places)) {
        now.over.await();
      }
    }
  }

  private boolean exchange(State now, Sign sign, int inside) {
    var done = state.compareAndSet(now, new State(sign, inside, new CountDownLatch(1)));
    if (done) {
      now.over.countDown();
    }
    return done;
  }

  @Override
  public void leave(Sign sign) {
    Objects.requireNonNull(sign);
    State now;
    do {
      now = state.get();
      if (now.inside == 0 || now.sign != sign) {
        throw new IllegalStateException("there are no " + sign + " inside");
      }
    } while (!exchange(now, sign, now.inside - 1));
  }

  @Override
  public int inside() {
    return state.get().inside;
  }
}
