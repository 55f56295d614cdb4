package _12_async.alternatives.eventloop;

import _12_async.CallbackLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// One `DelayQueue` holds everything. What is ready at once sorts before all timers.
public final class LibraryDelayQueue implements CallbackLoop {
  private static final Duration CENTURY = Duration.ofDays(36_525);

  private final DelayQueue<Item> items = new DelayQueue<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Semaphore idle = new Semaphore(1);
  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;

  public LibraryDelayQueue(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
  }

  @Override
  public void callSoon(Runnable callback) {
    synchronized (numbers) { // numbers in the order of the queue
      items.add(new Item(true, 0, numbers.getAndIncrement(), Objects.requireNonNull(callback)));
    }
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    Objects.requireNonNull(callback);
    var nanos = delay.compareTo(CENTURY) > 0 ? CENTURY.toNanos() : 0;
    if (nanos == 0 && delay.isPositive()) {
      nanos = delay.toNanos();
    }
    synchronized (numbers) {
      var due = nanoTime.getAsLong() + nanos;
      var timer = new Item(false, due, numbers.getAndIncrement(), callback);
      items.add(timer);
      return timer;
    }
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    if (!idle.tryAcquire()) {
      throw new IllegalStateException("the loop is running already");
    }
    try {
      while (!items.isEmpty() || Thread.currentThread().isInterrupted()) {
        items.add(items.take()); // waits; throws if a callback has left the thread interrupted
        if (Thread.interrupted()) { // just after it was woken
          throw new InterruptedException();
        }
        var round = new ArrayList<Item>();
        items.drainTo(round); // in one step all that are due
        round.forEach(this::call);
      }
    } finally {
      idle.release();
    }
  }

  private void call(Item item) {
    if (item.over.getAndSet(true)) {
      return;
    }
    try {
      item.callback.run();
    } catch (Throwable failure) {
      try {
        onFailure.accept(failure);
      } catch (Throwable dropped) {
        // nobody is left to tell
      }
    }
  }

  private final class Item implements Delayed, TimerHandle {
    private final boolean soon;
    private final long due;
    private final long number;
    private final Runnable callback;
    private final AtomicBoolean over = new AtomicBoolean();

    Item(boolean soon, long due, long number, Runnable callback) {
      this.soon = soon;
      this.due = due;
      this.number = number;
      this.callback = callback;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return soon ? 0 : unit.convert(due - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed that) {
      var other = (Item) that;
      if (soon != other.soon) {
        return soon ? -1 : 1;
      }
      var byDue = Long.signum(due - other.due);
      return byDue != 0 ? byDue : Long.compare(number, other.number);
    }

    @Override
    public boolean cancel() {
      if (over.getAndSet(true)) {
        return false;
      }
      if (items.remove(this)) {
        callSoon(() -> {}); // who took it for the first must look again
      }
      return true;
    }
  }
}
