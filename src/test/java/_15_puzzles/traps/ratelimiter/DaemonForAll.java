package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

@Trap(
    belief = "one thread that does all calls saves the lock, and daemons go by themselves",
    fails = "oneThread",
    saying = "the threads, now that all calls have returned ==> expected: <1> but was: <2>")
public final class DaemonForAll implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();
  private final Executor thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  public DaemonForAll(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    return CompletableFuture.supplyAsync(this::tryAlone, thread).join();
  }

  private boolean tryAlone() {
    var now = clock.getAsLong();
    forget(now);
    if (log.size() == calls) {
      return false;
    }
    log.addLast(now);
    return true;
  }

  @Override
  public int left() {
    return CompletableFuture.supplyAsync(this::leftAlone, thread).join();
  }

  private int leftAlone() {
    forget(clock.getAsLong());
    return calls - log.size();
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.getFirst() >= window) {
      log.removeFirst();
    }
  }
}
