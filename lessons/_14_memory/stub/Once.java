package _14_memory.stub;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.function.Supplier;

/// Computes a value when it's first asked for.
public final class Once<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean done;
  private T value;

  public Once(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  // TODO: right for one thread, as long as nothing goes wrong. What if two ask at the same time?
  // What if the computation throws? And does a thread that finds the value see all of it?

  @Override
  public T get() {
    if (!done) {
      value = computation.get();
      done = true;
    }
    return value;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
