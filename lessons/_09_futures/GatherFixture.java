package _09_futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.IntStream;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Program;
import workbook.explore.Verdict;

/// What the graded tests of Gather share: tasks, threads, time.
public abstract class GatherFixture {
  /// Of a hundred threads there are too many schedules. What goes wrong with them shows in each.
  private static final Budget FEW_SCHEDULES =
      new Budget(0, 5, 1_000_000, 0, 1, Duration.ofMinutes(1), true);

  /// So far away that the explorer never lets it run out.
  protected static final Duration AMPLE = Duration.ofDays(200 * 365);

  protected final BookingTasks tasks = new BookingTasks();
  protected final WatchedThreads threads = new WatchedThreads();

  /// Explores a program that has too many threads for all its schedules.
  protected static void holdsInSomeSchedules(Program program) {
    var verdict = Explorer.explore(program, FEW_SCHEDULES);
    if (!(verdict instanceof Verdict.Holds)) {
      verdict.orThrow();
    }
  }

  /// All tasks of one call wait for each other, each in a thread of its own.
  protected static void allMeet(
      Function<ThreadFactory, TaskGroup> newGroup, ThreadFactory factory, int number)
      throws Exception {
    Set<Thread> made = ConcurrentHashMap.newKeySet();
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    ThreadFactory counted =
        code -> {
          var thread = factory.newThread(code);
          made.add(thread);
          return thread;
        };
    var expected = IntStream.range(0, number).mapToObj(task -> task * 1_000).toList();
    var all = new CountDownLatch(number);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (var result : expected) {
      tasks.add(
          () -> {
            used.add(Thread.currentThread());
            all.countDown();
            all.await();
            return result;
          });
    }
    var results = newGroup.apply(counted).gather(tasks, AMPLE);
    if (!expected.equals(results)) {
      fail("the results of " + number + " tasks don't come in the order of the tasks");
    }
    assertEquals(number, made.size(), "threads that the factory made for " + number + " tasks");
    if (!made.equals(used)) {
      fail("the threads that ran the tasks aren't those that the factory made");
    }
  }

  /// A factory that takes its time.
  protected final Thread newThreadAfterOneSecond(Runnable code) {
    BookingTasks.pause(Duration.ofSeconds(1));
    return threads.newThread(code);
  }

  /// A task interrupts the caller and ends: the caller hears of it one way or the other.
  protected static void interruptedAsItEnds(TaskGroup group) throws Exception {
    var caller = Thread.currentThread();
    var results = "results";
    try {
      group.gather(List.of(BookingTasks.interrupts(caller)), AMPLE);
    } catch (InterruptedException interrupted) {
      results = "InterruptedException";
    }
    assertEquals(
        results.equals("results"),
        Thread.interrupted(),
        "the caller's flag, interrupted by a task that then ends; gather gave " + results);
  }

  /// A cancelled task interrupts the caller.
  protected final void interruptedLate(
      TaskGroup group,
      Class<? extends Exception> outcome,
      List<Callable<String>> some,
      Duration limit)
      throws InterruptedException {
    assertThrows(
        outcome,
        () -> group.gather(some, limit),
        "a cancelled task interrupts the caller, cleans up, and does so again");
    var late = tasks.log().contains("cleaned up"); // else it was left out
    assertEquals(
        late,
        Thread.interrupted(),
        "the caller's flag, interrupted after a " + outcome.getSimpleName());
    threads.join();
    assertEquals(
        late, tasks.log().contains("cleaned up"), "whether the task had ended when gather threw");
  }

  protected final String heard() {
    return "we heard " + tasks.log();
  }

  /// Asserts how much time has passed since `start`. Whoever looks around every now and then may be
  /// late by half a second.
  protected static void assertPassed(int millis, long start, String when) {
    var passed = Duration.ofNanos(System.nanoTime() - start).toMillis();
    if (passed < millis || passed >= millis + 500) {
      assertEquals(Duration.ofMillis(millis), Duration.ofMillis(passed), "how long: " + when);
    }
  }
}
