package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

@Trap(
    belief = "an interrupt means: stop waiting",
    fails = "anInterruptEndsNoCall",
    saying = "what get() threw in an interrupted thread")
public final class InterruptEndsIt<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public InterruptEndsIt(Supplier<? extends T> computation) {
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
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
    try {
      if (!done) {
        computeLocked();
      }
    } finally {
      lock.unlock();
    }
  }

  private void computeLocked() {
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
