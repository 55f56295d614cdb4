package _14_memory.alternatives.once;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.function.Supplier;

/// One immutable outcome, stored in one volatile field.
public final class WholeOutcome<T> implements LazyValue<T> {
  private record Outcome<T>(T value, RuntimeException exception, Error error) {
    T told() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return value;
    }
  }

  private final Supplier<? extends T> computation;
  private volatile Outcome<T> outcome;
  private boolean computing;

  public WholeOutcome(Supplier<? extends T> computation) {
    Objects.requireNonNull(computation);
    this.computation = computation;
  }

  @Override
  public T get() {
    var found = outcome;
    return (found == null ? computed() : found).told();
  }

  private synchronized Outcome<T> computed() {
    if (outcome == null) {
      if (computing) {
        throw new IllegalStateException();
      }
      computing = true;
      outcome = compute();
    }
    return outcome;
  }

  private Outcome<T> compute() {
    try {
      return new Outcome<>(computation.get(), null, null);
    } catch (RuntimeException thrown) {
      return new Outcome<>(null, thrown, null);
    } catch (Error thrown) {
      return new Outcome<>(null, null, thrown);
    }
  }

  @Override
  public boolean isDone() {
    return outcome != null;
  }
}
