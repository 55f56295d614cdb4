package _02_threads;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Many threads asleep at the same time, and what that took.
///
/// @param asleep how many threads slept, all at the same time
/// @param woken how many of them ended after they had been woken
/// @param nanos from the first start until all were asleep
/// @param kibibytes how much more memory the process occupied then; empty where that cannot be read
/// @param refusal why fewer slept than wanted; empty when all did
public record Night(int asleep, int woken, long nanos, OptionalLong kibibytes, String refusal) {
  private static final File STATUS = new File("/proc/self/status"); // Linux only, see proc(5)

  /// Virtual threads live in the heap. Nobody else is let in once this share of it is taken,
  /// because a full heap fails in ways no program can handle.
  private static final double FULL = 0.75;

  private static final int LOOK_EVERY = 1_000;

  /// Starts threads that sleep, waits until all do, wakes them, and waits until all have ended.
  ///
  /// Fewer sleep than wanted when the system refuses a thread or the heap is nearly full.
  public static Night of(ThreadFactory kind, int wanted) throws InterruptedException, IOException {
    var asleep = new Semaphore(0);
    var morning = new CountDownLatch(1);
    var woken = new AtomicInteger();
    Runnable sleeper =
        () -> {
          asleep.release();
          sleepUntil(morning);
          woken.incrementAndGet();
        };
    var sleepers = new ArrayList<Thread>(wanted);
    System.gc(); // what earlier nights left is not to be counted
    var before = residentKibibytes();
    var began = System.nanoTime();
    try {
      var refusal = startAll(kind, sleeper, wanted, sleepers);
      asleep.acquire(sleepers.size());
      var nanos = System.nanoTime() - began;
      var after = residentKibibytes();
      var more =
          before.isPresent() && after.isPresent()
              ? OptionalLong.of(after.getAsLong() - before.getAsLong())
              : OptionalLong.empty();
      morning.countDown();
      for (var thread : sleepers) {
        thread.join();
      }
      return new Night(sleepers.size(), woken.get(), nanos, more, refusal);
    } finally {
      morning.countDown(); // whatever happened, nobody sleeps for ever
    }
  }

  /// @return why fewer were started than wanted; empty when all were
  private static String startAll(
      ThreadFactory kind, Runnable sleeper, int wanted, ArrayList<Thread> started)
      throws InterruptedException {
    while (started.size() < wanted) {
      if (started.size() % LOOK_EVERY == 0) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (heapIsNearlyFull()) {
          return "the heap is nearly full";
        }
      }
      var next = kind.newThread(sleeper);
      try {
        next.start();
        started.add(next);
      } catch (OutOfMemoryError refused) {
        return refused.getMessage();
      }
    }
    return "";
  }

  private static void sleepUntil(CountDownLatch morning) {
    try {
      morning.await();
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean heapIsNearlyFull() {
    var heap = Runtime.getRuntime();
    return heap.totalMemory() - heap.freeMemory() > FULL * heap.maxMemory();
  }

  /// The memory this process occupies now.
  private static OptionalLong residentKibibytes() throws IOException {
    if (!STATUS.exists()) {
      return OptionalLong.empty();
    }
    try (var status = new BufferedReader(new FileReader(STATUS, StandardCharsets.UTF_8))) {
      return status
          .lines()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    }
  }
}
