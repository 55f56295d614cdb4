package _14_memory.alternatives.once;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A lock that knows its owner tells when the computation asks for itself.
public final class ExplicitLock<T> implements LazyValue<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<? extends T> computation;
  private T value;
  private RuntimeException exception;
  private Error error;
  private volatile boolean done;

  public ExplicitLock(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!done) {
      compute();
    }
    if (exception != null) {
      throw exception;
    }
    if (error != null) {
      throw error;
    }
    return value;
  }

  private void compute() {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("it needs itself");
    }
    lock.lock();
    try {
      if (!done) {
        value = computation.get();
      }
    } catch (RuntimeException thrown) {
      exception = thrown;
    } catch (Error thrown) {
      error = thrown;
    } finally {
      done = true;
      lock.unlock();
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
