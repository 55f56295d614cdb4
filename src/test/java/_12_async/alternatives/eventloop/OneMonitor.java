package _12_async.alternatives.eventloop;

import _12_async.CallbackLoop;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// `synchronized`, `wait` and `notify`. The clock's overflows are counted out once and for all:
/// time is a `BigInteger` that begins at 0, and the timers of one moment are a list.
public final class OneMonitor implements CallbackLoop {
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;

  private List<Runnable> ready = new ArrayList<>();
  private final TreeMap<BigInteger, List<Timer>> timers = new TreeMap<>();
  private BigInteger now = BigInteger.ZERO;
  private long shown;
  private Thread running;

  public OneMonitor(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
    shown = nanoTime.getAsLong();
  }

  @Override
  public synchronized void callSoon(Runnable callback) {
    ready.add(Objects.requireNonNull(callback));
    notify(); // only the loop waits here
  }

  @Override
  public synchronized TimerHandle callLater(Duration delay, Runnable callback) {
    Objects.requireNonNull(callback);
    var nanos =
        BigInteger.valueOf(delay.getSeconds())
            .multiply(NANOS)
            .add(BigInteger.valueOf(delay.getNano()));
    var timer = new Timer(now().add(nanos.max(BigInteger.ZERO)), callback);
    timers.computeIfAbsent(timer.due, _ -> new ArrayList<>()).add(timer);
    notify();
    return timer;
  }

  private BigInteger now() {
    var shows = nanoTime.getAsLong();
    now = now.add(BigInteger.valueOf(shows - shown));
    shown = shows;
    return now;
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    begin();
    try {
      for (var round = awaitRound(); !round.isEmpty(); round = awaitRound()) {
        for (var callback : round) {
          try {
            callback.run();
          } catch (Throwable failure) {
            report(failure);
          }
        }
      }
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (running != null) {
      throw new IllegalStateException(running + " runs the loop");
    }
    running = Thread.currentThread();
  }

  private synchronized void end() {
    running = null;
  }

  private synchronized List<Runnable> awaitRound() throws InterruptedException {
    while (ready.isEmpty() && !timers.isEmpty() && timers.firstKey().compareTo(now()) > 0) {
      var left = timers.firstKey().subtract(now).min(BigInteger.valueOf(Long.MAX_VALUE));
      TimeUnit.NANOSECONDS.timedWait(this, left.longValueExact());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var round = ready;
    ready = new ArrayList<>();
    var due = timers.headMap(now(), true);
    due.values().forEach(round::addAll);
    due.clear();
    return round;
  }

  private void report(Throwable failure) {
    try {
      onFailure.accept(failure);
    } catch (Throwable dropped) {
      // nobody is left to tell
    }
  }

  private final class Timer implements TimerHandle, Runnable {
    private final BigInteger due;
    private Runnable callback; // null when it has begun, or was cancelled

    Timer(BigInteger due, Runnable callback) {
      this.due = due;
      this.callback = callback;
    }

    @Override
    public void run() {
      var mine = take();
      if (mine != null) {
        mine.run();
      }
    }

    @Override
    public boolean cancel() {
      return take() != null;
    }

    private Runnable take() {
      synchronized (OneMonitor.this) {
        var mine = callback;
        callback = null;
        var sameMoment = timers.get(due);
        if (sameMoment != null && sameMoment.remove(this)) {
          if (sameMoment.isEmpty()) {
            timers.remove(due);
          }
          OneMonitor.this.notify();
        }
        return mine;
      }
    }
  }
}
