package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "synchronized lets its owner in again, so nothing can go wrong",
    fails = "noValueNeedsItself",
    saying = "get() within its own get(), the first time ==> Unexpected exception type thrown")
public final class ReentersItself<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public ReentersItself(Supplier<? extends T> computation) {
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

  private synchronized void compute() {
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
