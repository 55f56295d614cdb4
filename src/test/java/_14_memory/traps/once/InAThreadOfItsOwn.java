package _14_memory.traps.once;

import _14_memory.LazyValue;
import book.Trap;
import java.util.Objects;
import java.util.function.Supplier;

@Trap(
    belief = "others wait less if somebody else computes",
    fails = "oneThreadAsks",
    saying = "the thread that computed")
public final class InAThreadOfItsOwn<T> implements LazyValue<T> {
  private final Supplier<? extends T> computation;
  private boolean begun;
  private T value;
  private Throwable failure;
  private volatile boolean done;

  public InAThreadOfItsOwn(Supplier<? extends T> computation) {
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
    var worker =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    value = computation.get();
                  } catch (RuntimeException | Error thrown) {
                    failure = thrown;
                  }
                });
    try {
      worker.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    done = true;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
