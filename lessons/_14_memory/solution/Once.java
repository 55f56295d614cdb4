package _14_memory.solution;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.function.Supplier;

/// Computes a value when it's first asked for. The lock lets one thread compute. Those who come
/// later don't need it: the volatile flag publishes what was written before it.
public final class Once<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun; // guarded by this
  private T value; // written before done
  private Throwable failure; // written before done
  private volatile boolean done;

  public Once(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!done) {
      compute();
    }
    return switch (failure) {
      case null -> value;
      case Error error -> throw error;
      case Throwable unchecked -> throw (RuntimeException) unchecked;
    };
  }

  private synchronized void compute() {
    if (done) {
      return; // somebody was quicker
    }
    if (begun) {
      throw new IllegalStateException("the computation asks for its own value");
    }
    begun = true;
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
    done = true; // last: it publishes the others
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
