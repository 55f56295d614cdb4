package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "an exception of another thread must be wrapped",
    fails = "anExceptionStays",
    saying =
        "what the first get() threw ==> expected: <java.lang.IllegalArgumentException: no tea>")
public final class WrapsIt<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public WrapsIt(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!done) {
      compute();
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    return value;
  }

  private synchronized void compute() {
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
