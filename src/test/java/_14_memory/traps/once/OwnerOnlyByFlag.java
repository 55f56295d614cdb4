package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "whoever finds it begun is the computation itself",
    fails = "twoThreadsAsk",
    saying = "it asks for its own value")
public final class OwnerOnlyByFlag<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private volatile boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public OwnerOnlyByFlag(Supplier<? extends T> computation) {
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
    if (begun && !done) {
      throw new IllegalStateException("it asks for its own value");
    }
    synchronized (this) {
      computeLocked();
    }
  }

  private void computeLocked() {
    if (done) {
      return;
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
