package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "an exception concerns the one who caused it",
    fails = "anExceptionStays",
    saying =
        "what the second get() threw ==> expected: <java.lang.IllegalArgumentException: no tea> but"
            + " was: <null>")
public final class OnlyTheFirstHears<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public OnlyTheFirstHears(Supplier<? extends T> computation) {
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
    } finally {
      done = true;
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
