package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

@Trap(
    belief = "a thread is known by its name",
    fails = "whoWaitsSleeps",
    saying = "what get() threw in one of two threads")
public final class OwnerByName<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile String owner;
  private T value;
  private Throwable failure;

  public OwnerByName(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (done.getCount() > 0 && Thread.currentThread().getName().equals(owner)) {
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
    owner = Thread.currentThread().getName();
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
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
