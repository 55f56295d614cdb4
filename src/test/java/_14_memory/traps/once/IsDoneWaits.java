package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "every method takes the lock",
    fails = "whoWaitsSleeps",
    saying = "isDone() while it is being computed ==> expected: <false> but was: <true>")
public final class IsDoneWaits<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public IsDoneWaits(Supplier<? extends T> computation) {
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
  public synchronized boolean isDone() {
    return done;
  }
}
