package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

@Trap(
    belief = "a thread computes one value at a time",
    fails = "noValueNeedsItself",
    saying = "deadlock: no thread can go on, only main is left")
public final class OneValueAThread<T> implements LazyValue<T> {
  private static final ThreadLocal<OneValueAThread<?>> COMPUTED = new ThreadLocal<>();

  private final Supplier<? extends T> computation;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private T value;
  private Throwable failure;

  public OneValueAThread(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (COMPUTED.get() == this) {
      throw new IllegalStateException("it asks for its own value");
    }
    if (begun.compareAndSet(false, true)) {
      compute();
    }
    awaitDone();
    return switch (failure) {
      case null -> value;
      case Error error -> throw error;
      case Throwable unchecked -> throw (RuntimeException) unchecked;
    };
  }

  private void compute() {
    var before = COMPUTED.get();
    COMPUTED.set(this);
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
    COMPUTED.set(before);
    done.countDown();
  }

  private void awaitDone() {
    var interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isDone() {
    return done.getCount() == 0;
  }
}
