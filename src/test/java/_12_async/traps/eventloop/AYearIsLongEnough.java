package _12_async.traps.eventloop;

import _12_async.CallbackLoop;
import book.Trap;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

@Trap(
    belief = "nobody waits for more than a year",
    fails = "anyClock",
    saying = "but was: <[soon, late (too early)]>")
public final class AYearIsLongEnough implements CallbackLoop {
  private static final Duration LONGEST = Duration.ofDays(365);

  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;
  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final Queue<Timer> timers = new PriorityQueue<>();
  private long submitted;
  private boolean running;

  public AYearIsLongEnough(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
  }

  @Override
  public synchronized void callSoon(Runnable callback) {
    ready.add(Objects.requireNonNull(callback));
    notify();
  }

  @Override
  public synchronized TimerHandle callLater(Duration delay, Runnable callback) {
    Objects.requireNonNull(callback);
    var timer = new Timer(nanoTime.getAsLong() + nanos(delay), submitted++, callback);
    timers.add(timer);
    notify();
    return timer;
  }

  private static long nanos(Duration delay) {
    if (delay.isNegative()) {
      return 0;
    }
    return delay.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : delay.toNanos();
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    begin();
    try {
      for (var round = nextRound(); !round.isEmpty(); round = nextRound()) {
        round.forEach(this::call);
      }
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (running) {
      throw new IllegalStateException("the loop is running already");
    }
    running = true;
  }

  private synchronized void end() {
    running = false;
  }

  private synchronized List<Runnable> nextRound() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (ready.isEmpty() && !timers.isEmpty() && left() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left());
    }
    var round = new ArrayList<Runnable>(ready);
    ready.clear();
    while (!timers.isEmpty() && left() <= 0) {
      round.add(timers.remove());
    }
    return round;
  }

  private long left() {
    return timers.element().due - nanoTime.getAsLong();
  }

  private void call(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      report(failure);
    }
  }

  private void report(Throwable failure) {
    try {
      onFailure.accept(failure);
    } catch (Throwable dropped) {
      // nobody is left to tell
    }
  }

  private final class Timer implements TimerHandle, Runnable, Comparable<Timer> {
    private final long due;
    private final long number;
    private final Runnable callback;
    private boolean over;

    Timer(long due, long number, Runnable callback) {
      this.due = due;
      this.number = number;
      this.callback = callback;
    }

    @Override
    public void run() {
      if (take()) {
        callback.run();
      }
    }

    @Override
    public boolean cancel() {
      return take();
    }

    private boolean take() {
      synchronized (AYearIsLongEnough.this) {
        var first = !over;
        over = true;
        if (timers.remove(this)) {
          AYearIsLongEnough.this.notify();
        }
        return first;
      }
    }

    @Override
    public int compareTo(Timer other) {
      var byDue = Long.signum(due - other.due);
      return byDue != 0 ? byDue : Long.compare(number, other.number);
    }
  }
}
