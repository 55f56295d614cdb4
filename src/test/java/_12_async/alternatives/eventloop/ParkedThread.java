package _12_async.alternatives.eventloop;

import _12_async.CallbackLoop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// No lock: an immutable state, replaced by compare-and-set. Whoever has replaced it unparks the
/// loop's thread; if that isn't parked yet, its next park returns at once.
public final class ParkedThread implements CallbackLoop {
  private static final Duration CENTURY = Duration.ofDays(36_525);

  private final AtomicReference<State> state =
      new AtomicReference<>(new State(List.of(), List.of(), null));
  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;

  public ParkedThread(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
  }

  @Override
  public void callSoon(Runnable callback) {
    Objects.requireNonNull(callback);
    replace(now -> new State(and(now.ready, callback), now.timers, now.runs));
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    Objects.requireNonNull(callback);
    var shortened = delay.compareTo(CENTURY) > 0 ? CENTURY : delay;
    var nanos = shortened.isNegative() ? 0 : shortened.toNanos();
    var timer = new Timer(nanoTime.getAsLong() + nanos, callback);
    replace(now -> new State(now.ready, now.timersAnd(timer), now.runs));
    return timer;
  }

  private void replace(UnaryOperator<State> change) {
    LockSupport.unpark(state.updateAndGet(change).runs);
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    state.updateAndGet(now -> now.runBy(Thread.currentThread()));
    try {
      while (true) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var seen = state.get();
        var left = seen.left(nanoTime.getAsLong());
        if (left == Long.MAX_VALUE) {
          return;
        }
        if (left > 0) {
          LockSupport.parkNanos(this, left); // whatever woke us, we look again
        } else {
          nextRound().forEach(this::call);
        }
      }
    } finally {
      state.updateAndGet(now -> new State(now.ready, now.timers, null));
    }
  }

  private Stream<Runnable> nextRound() {
    while (true) {
      var seen = state.get();
      var time = nanoTime.getAsLong();
      var due = seen.timers.stream().filter(timer -> timer.due - time <= 0);
      var later = seen.timers.stream().filter(timer -> timer.due - time > 0).toList();
      if (state.compareAndSet(seen, new State(List.of(), later, seen.runs))) {
        return Stream.concat(seen.ready.stream(), due.map(timer -> () -> timer.take().run()));
      }
    }
  }

  private void call(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      try {
        onFailure.accept(failure);
      } catch (Throwable dropped) {
        // nobody is left to tell
      }
    }
  }

  private static <T> List<T> and(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }

  /// @param timers ordered by the moment they are due
  /// @param runs the thread that runs the loop, or null
  private record State(List<Runnable> ready, List<Timer> timers, Thread runs) {
    State runBy(Thread thread) {
      if (runs != null) {
        throw new IllegalStateException(runs + " runs the loop");
      }
      return new State(ready, timers, thread);
    }

    /// Sorting leaves it behind those that are due at the same moment.
    List<Timer> timersAnd(Timer timer) {
      return and(timers, timer).stream()
          .sorted((one, other) -> Long.signum(one.due - other.due))
          .toList();
    }

    List<Timer> timersWithout(Timer timer) {
      return timers.stream().filter(each -> each != timer).toList();
    }

    /// Nanoseconds until something is ready; `Long.MAX_VALUE` if nothing will be.
    long left(long time) {
      if (!ready.isEmpty()) {
        return 0;
      }
      return timers.isEmpty() ? Long.MAX_VALUE : timers.getFirst().due - time;
    }
  }

  private final class Timer implements TimerHandle {
    private static final Runnable TAKEN = () -> {};

    private final long due;
    private final AtomicReference<Runnable> callback;

    Timer(long due, Runnable callback) {
      this.due = due;
      this.callback = new AtomicReference<>(callback);
    }

    Runnable take() {
      return callback.getAndSet(TAKEN);
    }

    @Override
    public boolean cancel() {
      if (take() == TAKEN) {
        return false;
      }
      replace(now -> new State(now.ready, now.timersWithout(this), now.runs));
      return true;
    }
  }
}
