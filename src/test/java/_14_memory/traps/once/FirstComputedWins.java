package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "computing twice does no harm, if only one value is kept",
    fails = "twoThreadsAsk",
    saying = "the number of the pot that main got ==> expected: <1> but was: <2>")
public final class FirstComputedWins<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public FirstComputedWins(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!done) {
      compute();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return value;
  }

  private void compute() {
    T computed = null;
    Throwable thrown = null;
    try {
      computed = computation.get();
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    synchronized (this) {
      if (!done) {
        value = computed;
        failure = thrown;
        done = true;
      }
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
