package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

@Trap(
    belief = "it won't take long: spin",
    fails = "whoWaitsSleeps",
    saying = "neither should be busy")
public final class WaitsBySpinning<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile Thread owner;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public WaitsBySpinning(Supplier<? extends T> computation) {
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
    if (!begun.compareAndSet(false, true)) {
      if (owner == Thread.currentThread()) {
        throw new IllegalStateException("it asks for its own value");
      }
      while (!done) {
        Thread.onSpinWait();
      }
      return;
    }
    owner = Thread.currentThread();
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
