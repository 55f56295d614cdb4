package _12_async.exercise;

import _12_async.CallbackLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Runs callbacks, one after another.
public final class EventLoop implements CallbackLoop {
  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;

  public EventLoop(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = nanoTime;
    this.onFailure = onFailure;
  }

  @Override
  public void callSoon(Runnable callback) {
    // TODO: what if another thread calls this? And what if the loop is asleep?
    ready.add(callback);
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    // TODO: while the loop waits for this callback, who waits as well?
    var due = nanoTime.getAsLong() + delay.toNanos();
    callSoon(
        () -> {
          LockSupport.parkNanos(due - nanoTime.getAsLong());
          callback.run();
        });
    return () -> false; // TODO: somebody may no longer want it.
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    // TODO: can this go on for ever? Can it end too early? Who else may be in here?
    while (!ready.isEmpty()) {
      try {
        ready.remove().run();
      } catch (RuntimeException failure) {
        onFailure.accept(failure);
      }
    }
  }
}
