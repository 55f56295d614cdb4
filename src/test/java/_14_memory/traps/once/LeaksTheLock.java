package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

@Trap(
    belief = "unlock comes after the work",
    fails = "allHearOfTheFailure",
    saying = "no thread can go on")
public final class LeaksTheLock<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public LeaksTheLock(Supplier<? extends T> computation) {
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
    lock.lock();
    if (!done) {
      computeLocked();
    }
    lock.unlock();
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
      done = true;
      throw thrown;
    }
    done = true;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
