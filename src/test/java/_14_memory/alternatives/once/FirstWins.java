package _14_memory.alternatives.once;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Whoever sets the owner first computes; a latch holds the others, and publishes.
public final class FirstWins<T> implements LazyValue<T> {
  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Supplier<? extends T> computation;
  private T value;
  private Throwable failure;

  public FirstWins(Supplier<? extends T> computation) {
    this.computation = Objects.requireNonNull(computation);
  }

  @Override
  public T get() {
    if (owner.compareAndSet(null, Thread.currentThread())) {
      try {
        value = computation.get();
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
      over.countDown();
    } else if (owner.get() == Thread.currentThread() && over.getCount() > 0) {
      throw new IllegalStateException("asked for by its own computation");
    } else {
      awaitOver();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return value;
  }

  private void awaitOver() {
    var interrupted = false;
    while (true) {
      try {
        over.await();
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
    return over.getCount() == 0;
  }
}
