package _14_memory.alternatives.once;

import _14_memory.LazyValue;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// `FutureTask` runs once, remembers what is thrown, and publishes. What's left is to wait for it
/// without being interrupted, and to notice who asks.
public final class ByFutureTask<T> implements LazyValue<T> {
  private final FutureTask<T> task;
  private volatile Thread computing;

  public ByFutureTask(Supplier<? extends T> computation) {
    Objects.requireNonNull(computation);
    task =
        new FutureTask<>(
            () -> {
              computing = Thread.currentThread();
              return computation.get();
            });
  }

  @Override
  public T get() {
    if (computing == Thread.currentThread() && !task.isDone()) {
      throw new IllegalStateException("a value that needs itself");
    }
    task.run();
    var interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException late) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isDone() {
    return task.isDone();
  }
}
