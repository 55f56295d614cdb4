package _12_async.traps.eventloop;

import _12_async.CallbackLoop;
import book.Trap;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

@Trap(
    belief = "whoever has read all messages may look at the clock, and knows what is due",
    fails = "fromAnotherThread",
    saying =
        "soup was submitted and due before the pie was due ==> expected: <[soup, pie]> but was:"
            + " <[pie, soup]>")
public final class ReadsTheClockLast implements CallbackLoop {
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private sealed interface Message {
    record Soon(Runnable callback) implements Message {}

    record Later(Timer timer) implements Message {}

    record Cancelled(Timer timer) implements Message {}
  }

  private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private final LongSupplier nanoTime;
  private final Consumer<? super Throwable> onFailure;

  // Whoever has set `running` may use these.
  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();

  public ReadsTheClockLast(LongSupplier nanoTime, Consumer<? super Throwable> onFailure) {
    this.nanoTime = Objects.requireNonNull(nanoTime);
    this.onFailure = Objects.requireNonNull(onFailure);
  }

  @Override
  public void callSoon(Runnable callback) {
    inbox.add(new Message.Soon(Objects.requireNonNull(callback)));
  }

  @Override
  public TimerHandle callLater(Duration delay, Runnable callback) {
    var timer = new Timer(nanoTime.getAsLong() + nanos(delay), Objects.requireNonNull(callback));
    inbox.add(new Message.Later(timer));
    return timer;
  }

  private static long nanos(Duration delay) {
    if (delay.isNegative()) {
      return 0;
    }
    return delay.compareTo(Duration.ofNanos(FOREVER)) > 0 ? FOREVER : delay.toNanos();
  }

  @Override
  public void runUntilIdle() throws InterruptedException {
    if (running.getAndSet(true)) {
      throw new IllegalStateException("the loop is running already");
    }
    try {
      while (receive()) {
        for (var left = ready.size(); left > 0; left--) {
          call(ready.remove());
        }
      }
    } finally {
      running.set(false);
    }
  }

  /// Reads messages, and waits for more, until something is ready.
  ///
  /// @return false if nothing is ready, and nothing will be
  private boolean receive() throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      readAll();
      var now = nanoTime.getAsLong();
      while (!timers.isEmpty() && timers.getFirst().due - now <= 0) {
        ready.add(timers.removeFirst());
      }
      if (!ready.isEmpty() || timers.isEmpty()) {
        return !ready.isEmpty();
      }
      var next = inbox.poll(timers.getFirst().due - now, TimeUnit.NANOSECONDS);
      if (next != null) {
        read(next);
      }
    }
  }

  private void readAll() {
    var messages = new ArrayList<Message>();
    inbox.drainTo(messages);
    messages.forEach(this::read);
  }

  private void read(Message message) {
    switch (message) {
      case Message.Soon(var callback) -> ready.add(callback);
      case Message.Later(var timer) -> {
        var place = Collections.binarySearch(timers, timer, ReadsTheClockLast::laterIfEqual);
        timers.add(-place - 1, timer);
      }
      case Message.Cancelled(var timer) -> timers.remove(timer);
    }
  }

  /// Never 0, so that a search finds the place behind those that are due at the same moment.
  private static int laterIfEqual(Timer there, Timer wanted) {
    return there.due - wanted.due <= 0 ? -1 : 1;
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

  private final class Timer implements TimerHandle, Runnable {
    private final long due;
    private final AtomicReference<Runnable> callback;

    Timer(long due, Runnable callback) {
      this.due = due;
      this.callback = new AtomicReference<>(callback);
    }

    @Override
    public void run() {
      var mine = callback.getAndSet(null);
      if (mine != null) {
        mine.run();
      }
    }

    @Override
    public boolean cancel() {
      var first = callback.getAndSet(null) != null;
      if (first) {
        inbox.add(new Message.Cancelled(this));
      }
      return first;
    }
  }
}
