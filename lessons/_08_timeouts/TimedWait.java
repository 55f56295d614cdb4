package _08_timeouts;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/// A wait with a limit, for something that never comes. How do we hear that the time is up?
@FunctionalInterface
public interface TimedWait {
  /// Blocks until the time is up.
  ///
  /// @return what says so, if no exception does
  Object await(int millis) throws Exception;

  /// Waits for another thread, by name.
  static Map<String, TimedWait> forThreads() {
    var waits = new LinkedHashMap<String, TimedWait>();
    waits.put("Future.get", limit -> new FutureTask<>(() -> "never run").get(limit, MILLISECONDS));
    waits.put("orTimeout", limit -> new CompletableFuture<>().orTimeout(limit, MILLISECONDS).get());
    waits.put(
        "completeOnTimeout",
        limit -> new CompletableFuture<>().completeOnTimeout("plan B", limit, MILLISECONDS).get());
    waits.put("tryLock", TimedWait::tryLock);
    waits.put("awaitNanos", TimedWait::awaitNanos);
    waits.put("latch.await", limit -> new CountDownLatch(1).await(limit, MILLISECONDS));
    waits.put("queue.poll", limit -> new LinkedBlockingQueue<>().poll(limit, MILLISECONDS));
    waits.put("Thread.join", limit -> Thread.currentThread().join(Duration.ofMillis(limit)));
    return waits;
  }

  /// A `StampedLock` isn't reentrant, so even its holder waits for it.
  private static boolean tryLock(int limit) throws InterruptedException {
    var lock = new StampedLock().asWriteLock();
    lock.lock();
    return lock.tryLock(limit, MILLISECONDS);
  }

  private static Object awaitNanos(int limit) throws InterruptedException {
    var lock = new ReentrantLock();
    lock.lock();
    var signalled = lock.newCondition();
    var left = MILLISECONDS.toNanos(limit);
    while (left > 0) {
      left = signalled.awaitNanos(left); // may wake without a reason
    }
    return "0 or less";
  }
}
