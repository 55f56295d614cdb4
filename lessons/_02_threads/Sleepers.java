package _02_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Many threads, all asleep at the same time.
///
/// @param asleep how many slept
/// @param woken how many of them ended after they had been woken
/// @param nanos from the first start until all were asleep
/// @param refusal why fewer slept than wanted; empty when all did
public record Sleepers(int asleep, int woken, long nanos, String refusal) {
  /// Starts threads that sleep, waits until all do, wakes them, and waits until all have ended.
  ///
  /// @param whenAsleep is called while all of them sleep
  public static Sleepers of(ThreadFactory kind, int wanted, Runnable whenAsleep)
      throws InterruptedException {
    var asleep = new Semaphore(0);
    var wake = new Semaphore(0);
    var woken = new AtomicInteger();
    Runnable sleeper =
        () -> {
          asleep.release();
          wake.acquireUninterruptibly();
          woken.incrementAndGet();
        };
    var threads = new ArrayList<Thread>(wanted);
    var began = System.nanoTime();
    try {
      var refusal = start(kind, sleeper, wanted, threads);
      asleep.acquire(threads.size());
      var nanos = System.nanoTime() - began;
      whenAsleep.run();
      wake.release(wanted);
      for (var thread : threads) {
        thread.join();
      }
      return new Sleepers(threads.size(), woken.get(), nanos, refusal);
    } finally {
      wake.release(wanted); // whatever happened, nobody sleeps for ever
    }
  }

  private static String start(
      ThreadFactory kind, Runnable sleeper, int wanted, List<Thread> started) {
    try {
      while (started.size() < wanted) {
        var next = kind.newThread(sleeper);
        next.start();
        started.add(next);
      }
      return "";
    } catch (OutOfMemoryError refused) { // the system has no thread left, or the heap no room
      return refused.getMessage();
    }
  }
}
