package workbook.grade.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.ConcurrentCalls;

/// Tests that touch what most graded tests touch. See [TestRunner#warmUp].
final class Warmup {
  static final List<String> TESTS = List.of("locks", "compares", "shares", "loses", "waits");

  private static final int PROGRAMS = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicInteger count = new AtomicInteger();
  private final List<Integer> seen = new ArrayList<>();
  private int total;

  @Explore(preemptions = 1)
  @DisplayName("two threads add one each under a lock")
  @Graded(points = 1, read = "")
  void locks() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(this::addLocked);
    addLocked();
    other.join();
    assertEquals(2, total, "the total");
    assertEquals(2, count.get(), "the count, " + seen);
    assertThrows(IllegalArgumentException.class, () -> new ArrayList<>(-1));
  }

  private void addLocked() {
    lock.lock();
    try {
      total++;
      seen.add(count.incrementAndGet());
    } finally {
      lock.unlock();
    }
  }

  /// Fails.
  @Explore
  @DisplayName("two threads add one each without a lock")
  @Graded(points = 1, read = "")
  void loses() throws InterruptedException {
    var other = Thread.ofPlatform().start(() -> total++);
    total++;
    other.join();
    if (total < 2) {
      fail("the total is " + total);
    }
  }

  @Explore(preemptions = 1)
  @DisplayName("one thread waits for the other")
  @Graded(points = 1, read = "")
  void waits() throws InterruptedException {
    var other = new Thread(this::addAndTell, "other");
    other.start();
    synchronized (this) {
      while (total == 0) {
        wait();
      }
    }
    other.join();
  }

  private synchronized void addAndTell() {
    total++;
    notifyAll();
  }

  @Explore
  @DisplayName("each call takes effect at one moment")
  @Graded(points = 1, read = "")
  void compares() throws InterruptedException {
    ConcurrentCalls.of(AtomicInteger::new, AtomicInteger::new)
        .call("incrementAndGet()", AtomicInteger::incrementAndGet)
        .call("get()", AtomicInteger::get)
        .last("get()", AtomicInteger::get)
        .check(PROGRAMS);
  }

  @Explore(preemptions = 1)
  @DisplayName("two tasks share a pool")
  @Graded(points = 1, read = "")
  void shares() throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(2)) {
      var first = pool.submit(count::incrementAndGet);
      var second = pool.submit(count::incrementAndGet);
      assertEquals(3, first.get() + second.get(), "what both tasks found");
    }
  }
}
