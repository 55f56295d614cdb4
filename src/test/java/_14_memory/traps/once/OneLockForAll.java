package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "one lock for all values is simplest",
    fails = "whoWaitsSleeps",
    saying = "the number of another pot, computed meanwhile ==> expected: <1> but was: <2>")
public final class OneLockForAll<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public OneLockForAll(Supplier<? extends T> computation) {
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
    synchronized (Supplier.class) {
      computeLocked();
    }
  }

  private void computeLocked() {
    if (done) {
      return;
    }
    if (begun) {
      throw new IllegalStateException("it asks for its own value");
    }
    begun = true;
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
