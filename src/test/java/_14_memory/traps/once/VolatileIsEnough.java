package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "volatile makes check and compute one step",
    fails = "twoThreadsAsk",
    saying = "expected: <1> but was: <2>")
public final class VolatileIsEnough<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public VolatileIsEnough(Supplier<? extends T> computation) {
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
    if (done) {
      return;
    }
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
    done = true;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
