package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "null says that there's no value yet",
    fails = "nullIsAValue",
    saying = "expected: <true> but was: <false>")
public final class NullIsMissing<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private volatile T value;
  private volatile Throwable failure;

  public NullIsMissing(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!isDone()) {
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
    if (isDone()) {
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
  }

  @Override
  public boolean isDone() {
    return value != null || failure != null;
  }
}
