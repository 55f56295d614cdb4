package _09_futures;

import static _09_futures.BookingTasks.fails;
import static _09_futures.BookingTasks.failsLate;
import static _09_futures.BookingTasks.interrupts;
import static _09_futures.BookingTasks.interruptsItself;
import static _09_futures.BookingTasks.sleeps;
import static _09_futures.BookingTasks.soldOut;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _09_futures.exercise.Gather;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of Gather: a flight, a hotel and a car are booked at the same time.
///
/// All but one are explored, each with a few preemptions. Time is the explorer's own, so an hour
/// passes as soon as nobody has anything else to do.
class GatherTest {
  private static final String CONTRACT = "the contract, TaskGroup.java";

  /// So far away that the explorer never lets it run out.
  private static final Duration AMPLE = Duration.ofDays(200 * 365);

  private final BookingTasks tasks = new BookingTasks();
  private final WatchedThreads threads = new WatchedThreads();
  private final TaskGroup group = new Gather(threads);

  @Explore
  @DisplayName("the results come in the order of the tasks, null among them")
  @Graded(points = 1, read = CONTRACT)
  void inTheOrderOfTheTasks() throws Exception {
    var carIsBooked = new CountDownLatch(1);
    Callable<String> flight =
        () -> {
          carIsBooked.await(); // so the flight is the last to end
          return "flight to Zürich";
        };
    Callable<String> car =
        () -> {
          carIsBooked.countDown();
          return null;
        };
    assertEquals(
        Arrays.asList("flight to Zürich", null),
        group.gather(List.of(flight, car), AMPLE),
        "a flight, and a task that returns null and ends first");
    var runs = new AtomicInteger();
    Callable<Integer> seat = () -> 1_000 + runs.incrementAndGet();
    var seats = group.gather(List.of(seat, seat), AMPLE);
    assertEquals(
        List.of(1_001, 1_002), seats.stream().sorted().toList(), "the same task, given twice");
  }

  /// Real threads, because so many would be too many for the explorer.
  @Test
  @DisplayName("200 tasks run at the same time, each in a thread of its own")
  @Graded(points = 1, read = CONTRACT)
  void allAtTheSameTime() throws Exception {
    allMeet(threads, 200);
    allMeet(Thread.ofVirtual().factory(), 200);
  }

  private static void allMeet(ThreadFactory factory, int number) throws Exception {
    Set<Thread> made = ConcurrentHashMap.newKeySet();
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    ThreadFactory counted =
        code -> {
          var thread = factory.newThread(code);
          made.add(thread);
          return thread;
        };
    var expected = IntStream.range(0, number).mapToObj(task -> task * 1_000).toList();
    List<Integer> results;
    try (var meeting = new Meeting(number)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (var result : expected) {
        tasks.add(
            () -> {
              used.add(Thread.currentThread());
              return meeting.attend() ? result : fail("a task waited, and not all others began");
            });
      }
      results = new Gather(counted).gather(tasks, AMPLE);
    }
    if (!expected.equals(results)) {
      fail("the results of " + number + " tasks don't come in the order of the tasks");
    }
    assertEquals(number, made.size(), "threads that the factory made for " + number + " tasks");
    if (!made.equals(used)) {
      fail("the threads that ran the tasks aren't those that the factory made");
    }
  }

  @Explore
  @DisplayName("the failure that comes first is thrown, wherever its task stands in the list")
  @Graded(points = 1, read = "Gather.md, hint 2")
  void theFirstFailure() {
    var refusal = new IllegalStateException("sold out");
    Callable<String> car = () -> "car";
    for (var each :
        List.of(List.of(failsLate(), fails(refusal)), List.of(fails(refusal), car, failsLate()))) {
      var thrown =
          assertThrows(
              ExecutionException.class,
              () -> group.gather(each, AMPLE),
              "one task fails, another one waits until it is interrupted and then fails, too");
      assertSame(refusal, thrown.getCause(), "the cause, the very object that was thrown first");
      assertEquals(0, refusal.getSuppressed().length, "exceptions added to the first failure");
    }
  }

  @Explore
  @DisplayName("when a task fails, or the factory, the others are interrupted, once, and awaited")
  @Graded(points = 1, read = "Gather.md, hint 3")
  void theOthersAreCancelledAndAwaited() throws InterruptedException {
    var failure =
        assertThrows(
            ExecutionException.class,
            () -> group.gather(List.of(tasks.cleansUp("hotel"), soldOut()), AMPLE),
            "one task fails, the other one ends in the usual way once it is interrupted");
    assertEquals("sold out", failure.getCause().getMessage(), "the failure's message");
    assertTrue(
        tasks.leftOutOrCleanedUp("hotel"),
        () -> "when gather threw, a task that began should have cleaned up; " + heard());
    threads.join();
    threads.made().clear();
    tasks.log().clear();
    ThreadFactory onlyOne =
        code -> {
          if (!threads.made().isEmpty()) {
            throw new IllegalStateException("no more threads");
          }
          return threads.newThread(code);
        };
    var two = List.of(tasks.cleansUp("first"), tasks.cleansUp("second"));
    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> new Gather(onlyOne).gather(two, AMPLE),
            "the factory makes one thread, then throws");
    assertEquals("no more threads", refused.getMessage(), "what the factory said");
    assertTrue(
        tasks.leftOutOrCleanedUp("first"),
        () -> "the factory threw when the first task had been started; " + heard());
    threads.join();
  }

  /// No preemptions: it is each failure's kind that matters here.
  @Explore(preemptions = 0)
  @DisplayName("a task may throw anything, and may leave its thread interrupted")
  @Graded(points = 1, read = "Gather.md, hint 1")
  void anythingMayBeThrown() throws Exception {
    for (var thrown :
        List.of(
            new IOException("checked"),
            new InterruptedException("a task's own"),
            new TimeoutException("a task's own"),
            new CancellationException("a task's own"),
            new ExecutionException("a task's own", new IOException()),
            new CompletionException("a task's own", new IOException()),
            new StackOverflowError("an error"),
            new Throwable("neither exception nor error"))) {
      var failure =
          assertThrows(
              ExecutionException.class,
              () -> group.gather(List.of(fails(thrown)), AMPLE),
              "a task throws " + thrown.getClass().getSimpleName());
      assertSame(thrown, failure.getCause(), "the cause, when a task throws " + thrown);
      assertEquals(0, thrown.getSuppressed().length, "exceptions added to what a task threw");
    }
    assertEquals(List.of(), threads.died(), "threads that died of what their task threw");
    assertEquals(
        List.of("car", "car"),
        group.gather(List.of(interruptsItself(), interruptsItself()), AMPLE),
        "two tasks that leave their threads interrupted");
    threads.join();
  }

  /// No preemptions and no early time-outs here: every thread is in time.
  @Explore(preemptions = 0)
  @DisplayName("one limit for all tasks together, and when it runs out all are cancelled")
  @Graded(points = 1, read = "Gather.md, hint 4")
  void oneLimitForAll() throws Exception {
    Thread.sleep(Duration.ofHours(1)); // a clock seldom begins at zero
    var sleeping = List.of(sleeps(900), sleeps(1_800), sleeps(2_700));
    var start = System.nanoTime();
    assertEquals(
        List.of(900, 1_800, 2_700),
        group.gather(sleeping, ofMillis(2_800)),
        "tasks of 0.9 s, 1.8 s and 2.7 s, with a limit of 2.8 s");
    assertPassed(2_700, start, "tasks of 0.9 s, 1.8 s and 2.7 s");
    start = System.nanoTime();
    assertThrows(
        TimeoutException.class,
        () -> group.gather(sleeping, ofSeconds(2)),
        "tasks of 0.9 s, 1.8 s and 2.7 s, with a limit of 2 s");
    assertPassed(2_000, start, "tasks that end when they are interrupted, with a limit of 2 s");
    start = System.nanoTime();
    assertThrows(
        TimeoutException.class,
        () -> group.gather(List.of(tasks.insists()), ofSeconds(2)),
        "a task that goes on for 10 s whatever happens, with a limit of 2 s");
    assertPassed(10_000, start, "a task that goes on for 10 s whatever happens");
    assertEquals(List.of("interrupted", "done"), tasks.log(), "what that task noticed");
    tasks.log().clear();
    assertThrows(
        ExecutionException.class,
        () -> group.gather(List.of(tasks.cleansUp("hotel"), soldOut()), ofSeconds(2)),
        "one task fails at once, the other one cleans up for 60 s, with a limit of 2 s");
    assertTrue(
        tasks.leftOutOrCleanedUp("hotel"),
        () -> "the limit runs out while a cancelled task cleans up; " + heard());
    threads.join();
  }

  @Explore(preemptions = 0)
  @DisplayName("no tasks, no time, no end of time, and null")
  @Graded(points = 1, read = CONTRACT)
  void theEdges() throws Exception {
    Thread.sleep(Duration.ofHours(1));
    Callable<String> car = () -> "car";
    var refused = NullPointerException.class;
    assertThrows(refused, () -> group.gather(null, AMPLE), "null for the list");
    assertThrows(refused, () -> group.gather(List.of(car), null), "null for the limit");
    var second = Arrays.asList(car, null);
    assertThrows(refused, () -> group.gather(second, AMPLE), "null for the second task");
    assertEquals(List.of(), group.gather(List.of(), AMPLE), "the results of no tasks");
    assertEquals(List.of(), group.gather(List.of(), Duration.ZERO), "no tasks and no time");
    for (var none : List.of(Duration.ZERO, ofMillis(-1), ofSeconds(Long.MIN_VALUE))) {
      assertThrows(
          TimeoutException.class,
          () -> group.gather(List.of(car), none),
          "one task, with a limit of " + none);
    }
    assertEquals(0, threads.made().size(), "threads made for nothing");
    assertEquals(
        List.of("car"),
        group.gather(List.of(car), Duration.ofNanos(999_999)),
        "one task that takes no time, with a limit of less than a millisecond");
    for (var endless :
        List.of(Duration.ofNanos(Long.MAX_VALUE), ChronoUnit.FOREVER.getDuration())) {
      assertEquals(
          List.of("car"),
          group.gather(List.of(car), endless),
          "one task, with a limit of " + endless);
    }
    var list = new ArrayList<Callable<String>>();
    list.add(
        () -> {
          list.clear();
          return "cleared";
        });
    list.add(car);
    assertEquals(
        List.of("cleared", "car"),
        group.gather(list, AMPLE),
        "the first of two tasks clears the list it came from");
  }

  @Explore
  @DisplayName("an interrupt of the caller cancels all, and is thrown")
  @Graded(points = 1, read = "Gather.md, hint 5")
  void theCallerIsInterrupted() throws InterruptedException {
    var caller = Thread.currentThread();
    caller.interrupt();
    assertThrows(
        InterruptedException.class,
        () -> group.gather(List.of(() -> "car"), AMPLE),
        "the caller was interrupted before the call");
    assertEquals(0, threads.made().size(), "threads made for a caller that was interrupted before");
    assertEquals(false, caller.isInterrupted(), "the caller's flag after InterruptedException");
    Callable<String> hotel =
        () -> {
          caller.interrupt();
          return tasks.cleansUp("hotel").call();
        };
    assertThrows(
        InterruptedException.class,
        () -> group.gather(List.of(hotel), AMPLE),
        "a task interrupts the caller, and then waits until it is interrupted itself");
    assertEquals(
        List.of("hotel begins", "hotel has cleaned up"), tasks.log(), "what we heard of that task");
    assertEquals(false, caller.isInterrupted(), "the caller's flag after InterruptedException");
    threads.join();
  }

  @Explore
  @DisplayName("an interrupt while gather waits for cancelled tasks is kept, and shortens nothing")
  @Graded(points = 1, read = "Gather.md, hint 5")
  void anInterruptComesLate() throws Exception {
    var caller = Thread.currentThread();
    var late = tasks.interruptsLate(caller);
    interruptedLate(ExecutionException.class, List.of(late, soldOut()), AMPLE, "one task fails");
    interruptedLate(TimeoutException.class, List.of(late), ofSeconds(1), "the limit runs out");
    Callable<String> twice =
        () -> {
          caller.interrupt();
          return late.call();
        };
    interruptedLate(InterruptedException.class, List.of(twice), AMPLE, "the caller is interrupted");
    var results = "results";
    try {
      group.gather(List.of(interrupts(caller)), AMPLE);
    } catch (InterruptedException interrupted) {
      results = "InterruptedException";
    }
    assertEquals(
        results.equals("results"),
        Thread.interrupted(),
        "the caller's flag, interrupted by a task that then ends; gather gave " + results);
    threads.join();
  }

  private void interruptedLate(
      Class<? extends Exception> outcome, List<Callable<String>> some, Duration limit, String when)
      throws InterruptedException {
    tasks.log().clear();
    assertThrows(
        outcome,
        () -> group.gather(some, limit),
        when + "; then a cancelled task interrupts the caller, and cleans up");
    var late = tasks.log().contains("cleaned up"); // else it was left out
    assertEquals(
        late,
        Thread.interrupted(),
        "the caller's flag: " + when + ", and it is interrupted after that");
    threads.join();
    assertEquals(
        late, tasks.log().contains("cleaned up"), "whether the task had ended when gather threw");
  }

  @Explore(preemptions = 1)
  @DisplayName("a call inside a task, and two calls at the same time")
  @Graded(points = 1, read = CONTRACT)
  void callsInsideAndBeside() throws Exception {
    Callable<String> hotel = () -> group.gather(List.of(tasks.cleansUp("room")), AMPLE).getFirst();
    assertThrows(
        ExecutionException.class,
        () -> group.gather(List.of(hotel, soldOut()), AMPLE),
        "one task fails, another one waits in a gather of its own");
    assertTrue(
        tasks.leftOutOrCleanedUp("room"),
        () -> "the outer gather threw while an inner task was running; " + heard());
    threads.join();
    var other =
        Thread.ofPlatform()
            .name("other caller")
            .start(
                () ->
                    assertThrows(
                        ExecutionException.class,
                        () -> group.gather(List.of(soldOut()), AMPLE),
                        "another caller, whose task fails"));
    assertEquals(
        List.of("car"),
        group.gather(List.of(() -> "car"), AMPLE),
        "a call whose task succeeds while that of another caller fails");
    other.join();
  }

  private String heard() {
    return "we heard " + tasks.log();
  }

  private static void assertPassed(int millis, long start, String when) {
    assertEquals(
        ofMillis(millis), ofMillis((System.nanoTime() - start) / 1_000_000), "how long: " + when);
  }
}
