package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

@Trap(
    belief = "an interrupt that ends no wait is forgotten",
    fails = "anInterruptEndsNoCall",
    saying = "left its thread interrupted")
public final class SwallowsInterrupts<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<Thread> owner = new AtomicReference<>();
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public SwallowsInterrupts(Supplier<? extends T> computation) {
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
    if (!owner.compareAndSet(null, Thread.currentThread())) {
      if (!done && owner.get() == Thread.currentThread()) {
        throw new IllegalStateException("it asks for its own value");
      }
      while (!done) {
        try {
          over.await();
        } catch (InterruptedException ignored) {
          // waits on
        }
      }
      return;
    }
    try {
      value = computation.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
    done = true;
    over.countDown();
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
