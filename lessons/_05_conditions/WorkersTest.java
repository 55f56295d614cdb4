package _05_conditions;

import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.exercise.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of Workers. All are explored, each with a few preemptions.
class WorkersTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /// Keeps an eye on the threads it makes. That a task throws is no fault here.
  private final ThreadFactory factory =
      task -> {
        var thread =
            Thread.ofPlatform()
                .name("worker " + (threads.size() + 1))
                .uncaughtExceptionHandler((worker, thrown) -> {})
                .unstarted(task);
        threads.add(thread);
        return thread;
      };

  @Explore
  @DisplayName("one worker does its tasks one after the other")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void oneWorkerDoesItsTasks() throws InterruptedException {
    var workers = new Workers(1, factory);
    workers.submit(() -> done.add("first"));
    workers.submit(() -> done.add("second"));
    workers.shutdown();
    assertEquals(List.of("first", "second"), done, "what one worker did");
    assertEquals(1, threads.size(), "threads that the factory made");
  }

  @Explore
  @DisplayName("zero threads, a null task and a task after shutdown are refused")
  @Graded(points = 1, read = "Crew.java")
  void refusesWhatItCannotDo() throws InterruptedException {
    var bad = IllegalArgumentException.class;
    assertThrows(bad, () -> new Workers(0, factory), "a pool of 0 threads");
    var workers = new Workers(1, factory);
    assertThrows(NullPointerException.class, () -> workers.submit(null), "submit(null)");
    workers.submit(() -> done.add("task"));
    workers.shutdown();
    assertThrows(
        RejectedExecutionException.class,
        () -> workers.submit(() -> done.add("late")),
        "submit after shutdown");
    workers.shutdown();
    assertEquals(List.of("task"), done, "what was done");
  }

  @Explore
  @DisplayName("two workers, three tasks: each is done once")
  @Graded(points = 1, read = "lesson 05, \"If, or while\"")
  void everyTaskIsDoneOnce() throws InterruptedException {
    var workers = new Workers(2, factory);
    for (var task : List.of("a", "b", "c")) {
      workers.submit(() -> done.add(task));
    }
    workers.shutdown();
    assertEquals(List.of("a", "b", "c"), done.stream().sorted().toList(), "what was done");
  }

  @Explore
  @DisplayName("two workers work at the same time")
  @Graded(points = 1, read = "lesson 02, \"Three workers, ten numbers\"")
  void twoWorkAtTheSameTime() throws InterruptedException {
    var bothAtWork = new CountDownLatch(2);
    var workers = new Workers(2, factory);
    for (var task : List.of("a", "b")) {
      workers.submit(
          () -> {
            bothAtWork.countDown();
            awaitQuietly(bothAtWork); // one worker alone would wait here for ever
            done.add(task);
          });
    }
    workers.shutdown();
    assertEquals(2, done.size(), "tasks done that wait for each other");
  }

  @Explore
  @DisplayName("shutdown waits until the last task is done and every worker has ended")
  @Graded(points = 2, read = "lesson 05, \"The last item\"")
  void shutdownWaits() throws InterruptedException {
    var workers = new Workers(2, factory);
    workers.submit(
        () -> {
          Thread.yield();
          done.add("work");
        });
    workers.shutdown();
    assertEquals(List.of("work"), done, "what was done when shutdown returned");
    for (var thread : threads) {
      thread.join(); // never returns if the worker never ends
    }
  }

  @Explore
  @DisplayName("a task that throws does no harm to the others")
  @Graded(points = 1, read = "Workers.md, hint 4")
  void aTaskMayThrow() throws InterruptedException {
    var workers = new Workers(1, factory);
    workers.submit(
        () -> {
          throw new IllegalStateException("a broken task");
        });
    workers.submit(
        () -> {
          throw new StackOverflowError("a very broken task");
        });
    workers.submit(() -> done.add("after them"));
    workers.shutdown();
    assertEquals(List.of("after them"), done, "what was done after two tasks had thrown");
  }

  @Explore
  @DisplayName("a task that leaves its thread interrupted does no harm to the others")
  @Graded(points = 1, read = "Workers.md, hint 4")
  void aTaskMayInterrupt() throws InterruptedException {
    var workers = new Workers(1, factory);
    workers.submit(() -> Thread.currentThread().interrupt());
    workers.submit(() -> done.add("after it"));
    workers.shutdown();
    assertEquals(List.of("after it"), done, "what was done after a worker was interrupted");
  }

  @Explore
  @DisplayName("a task that arrives while the pool shuts down is refused or done, not forgotten")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void noTaskIsForgotten() throws InterruptedException {
    var workers = new Workers(1, factory);
    var accepted = new AtomicInteger();
    var customer =
        Thread.ofPlatform()
            .name("customer")
            .start(
                () -> {
                  try {
                    workers.submit(() -> done.add("late"));
                    accepted.incrementAndGet();
                  } catch (RejectedExecutionException closed) {
                    done.add("refused");
                  }
                });
    workers.shutdown();
    customer.join();
    workers.shutdown();
    assertEquals(1, done.size(), accepted + " accepted at the last moment; then we heard " + done);
  }

  /// No preemptions and no early time-outs here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("workers without a task sleep")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void idleWorkersSleep() throws InterruptedException {
    var workers = new Workers(2, factory);
    Thread.sleep(Duration.ofHours(1));
    for (var thread : threads) {
      if (thread.getState() == RUNNABLE) {
        fail(thread.getName() + " had nothing to do for an hour and wasn't asleep");
      }
    }
    workers.submit(() -> done.add("at last"));
    workers.shutdown();
    assertEquals(List.of("at last"), done, "what was done after an hour");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }
}
