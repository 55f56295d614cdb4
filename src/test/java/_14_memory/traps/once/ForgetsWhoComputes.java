package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

@Trap(
    belief = "what is cleared at the end is cleared once",
    fails = "noValueNeedsItself",
    saying = "the second time")
public final class ForgetsWhoComputes<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean computing; // guarded by lock
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public ForgetsWhoComputes(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!done) {
      lock.lock();
      try {
        if (computing) {
          throw new IllegalStateException("the computation asks for its own value");
        }
        if (!done) {
          computing = true;
          compute();
        }
      } finally {
        computing = false; // also when the inner call fails
        lock.unlock();
      }
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
