package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "a chain is all that a flag needs",
    fails = "eachCallTakesEffectAtOneMoment",
    saying = "no order of these calls explains")
public final class ReleaseAcquire<T> implements LazyValue<T> {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(ReleaseAcquire.class, "state", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static final int COMPUTING = 1;
  private static final int DONE = 2;

  private final Supplier<? extends T> computation;
  private final Object lock = new Object();
  private int state;
  private T value;
  private Throwable failure;

  public ReleaseAcquire(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (!isDone()) {
      synchronized (lock) {
        if ((int) STATE.getOpaque(this) == COMPUTING) {
          throw new IllegalStateException("in a circle");
        }
        if (!isDone()) {
          STATE.setOpaque(this, COMPUTING);
          compute();
          STATE.setRelease(this, DONE);
        }
      }
    }
    if (failure != null) {
      throwIt();
    }
    return value;
  }

  private void throwIt() {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private void compute() {
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
  }

  @Override
  public boolean isDone() {
    return (int) STATE.getAcquire(this) == DONE;
  }
}
