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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

@Trap(
    belief = "a clock that begins at 0 does not overflow",
    fails = "anyClock",
    saying = "timers of a loop that is 200 years old")
public final class CountsFromItsBeginning implements CallbackLoop {
  /// So that the difference of two due times fits into a `long`.
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Runnable> ready = new ArrayDeque<>(); // guarded by lock
  private final Queue<Timer> timers = new PriorityQueue<>(); // guarded by lock
  private long submitted; // guarded by lock
  private boolean running; // guarded by lock

  private final LongSupplier nanoTime;
  private final long origin; // counted from here, readings begin at 0 and can be compared
  private final Consumer<? super Throwable> onFailure;

  public CountsFromItsBeginning(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
    origin = nanoTime.getAsLong();
  }

  @Override
  public void callSoon(Runnable callback) {
    Objects.requireNonNull(callback);
    lock.lock();
    try {
      ready.add(callback);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    Objects.requireNonNull(callback);
    var nanos = delay.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : nanosFromZero(delay);
    lock.lock();
    try {
      var timer = new Timer(now() + nanos, submitted++, callback);
      timers.add(timer);
      changed.signal();
      return timer;
    } finally {
      lock.unlock();
    }
  }

  private static long nanosFromZero(Duration delay) {
    return delay.isNegative() ? 0 : delay.toNanos();
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    begin();
    try {
      for (var round = nextRound(); !round.isEmpty(); round = nextRound()) {
        round.forEach(this::runSafely); // without the lock
      }
    } finally {
      end();
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (running) {
        throw new IllegalStateException("the loop is running already");
      }
      running = true;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      running = false;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something is ready, and takes all that is. Takes nothing if the loop is idle.
  private List<Runnable> nextRound() throws InterruptedException {
    lock.lock();
    try {
      while (ready.isEmpty() && !timers.isEmpty() && left(timers.peek()) > 0) {
        changed.awaitNanos(left(timers.peek()));
      }
      if (Thread.interrupted()) { // by a callback, or just after a signal
        throw new InterruptedException();
      }
      var round = new ArrayList<>(ready);
      ready.clear();
      var now = now();
      while (!timers.isEmpty() && timers.peek().due <= now) {
        round.add(timers.remove());
      }
      return round;
    } finally {
      lock.unlock();
    }
  }

  private long now() {
    return nanoTime.getAsLong() - origin;
  }

  private long left(Timer timer) {
    return timer.due - now();
  }

  private void runSafely(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) { // its own affair, whatever it is
      report(failure);
    }
  }

  private void report(Throwable failure) {
    try {
      onFailure.accept(failure);
    } catch (Throwable dropped) {
      // whoever handles failures has failed: there is nobody left to tell
    }
  }

  private final class Timer implements TimerHandle, Runnable, Comparable<Timer> {
    private final long due;
    private final long number;
    private final Runnable callback;
    private boolean over; // cancelled, or begun; guarded by lock

    Timer(long due, long number, Runnable callback) {
      this.due = due;
      this.number = number;
      this.callback = callback;
    }

    @Override
    public void run() {
      if (isFirst()) {
        callback.run();
      }
    }

    @Override
    public boolean cancel() {
      return isFirst();
    }

    /// The first who asks, to run the timer or to cancel it, is told `true`.
    private boolean isFirst() {
      lock.lock();
      try {
        var first = !over;
        over = true;
        if (timers.remove(this)) {
          changed.signal(); // the loop may have waited for this timer
        }
        return first;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int compareTo(Timer other) {
      var byDue = Long.compare(due, other.due);
      return byDue != 0 ? byDue : Long.compare(number, other.number);
    }
  }
}
