package _09_futures;

import static _09_futures.BookingTasks.endsWhenCancelled;
import static _09_futures.BookingTasks.fails;
import static _09_futures.BookingTasks.failsLate;
import static _09_futures.BookingTasks.interruptsItself;
import static _09_futures.BookingTasks.looksAtCaller;
import static _09_futures.BookingTasks.sleeps;
import static _09_futures.BookingTasks.soldOut;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _09_futures.exercise.Gather;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;

/// The graded tests of Gather: a flight, a hotel and a car are booked at the same time.
///
/// All but one are explored, each with a few preemptions. Time is the explorer's own, so an hour
/// passes as soon as nobody has anything else to do.
class GatherTest extends GatherFixture {
  private static final String CONTRACT = "the contract, TaskGroup.java";

  private final TaskGroup group = new Gather(threads);

  @Explore
  @DisplayName("the results come in the order of the tasks, null among them")
  @Graded(points = 1, read = CONTRACT)
  void inTheOrderOfTheTasks() throws Exception {
    if (AnyValue.of("one task", "two tasks").equals("one task")) {
      theSameTaskTwice();
      return;
    }
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
    var bookings = group.gather(List.of(flight, car), AMPLE);
    var expected = Arrays.asList("flight to Zürich", null);
    assertEquals(expected, bookings, "a flight, and a task that returns null and ends first");
    assertEquals(List.of("hotel"), group.gather(List.of(() -> "hotel"), AMPLE), "the next call");
    assertEquals(expected, bookings, "the results of the first call, after the second");
  }

  private void theSameTaskTwice() throws Exception {
    var runs = new AtomicInteger();
    Callable<Integer> seat = () -> 1_000 + runs.incrementAndGet();
    var seats = group.gather(List.of(seat, seat), AMPLE);
    assertEquals(
        List.of(1_001, 1_002), seats.stream().sorted().toList(), "the same task, given twice");
  }

  @Test
  @DisplayName("200 tasks run at the same time, each in a thread of its own")
  @Graded(points = 1, read = CONTRACT)
  void allAtTheSameTime() throws Exception {
    holdsInSomeSchedules(() -> allMeet(Gather::new, new WatchedThreads(), 100));
    allMeet(Gather::new, Thread.ofVirtual().factory(), 200);
  }

  @Explore(preemptions = 1)
  @DisplayName("the failure that comes first is thrown, wherever its task stands in the list")
  @Graded(points = 1, read = "Gather.md, hint 2")
  void theFirstFailure() {
    var refusal = new IllegalStateException("sold out");
    Callable<String> car = () -> "car";
    var first = new Thread[1];
    var firstIsKnown = new CountDownLatch(1);
    Callable<String> fails =
        () -> {
          first[0] = Thread.currentThread();
          firstIsKnown.countDown();
          throw refusal;
        };
    Callable<String> failsNext =
        () -> {
          firstIsKnown.await();
          first[0].join();
          throw new IllegalStateException("too late");
        };
    var two =
        AnyValue.of(
            List.of(failsLate(), fails),
            List.of(fails, car, failsLate()),
            List.of(failsNext, fails));
    var thrown =
        assertThrows(
            ExecutionException.class,
            () -> group.gather(two, AMPLE),
            "one task fails; when it has ended or is interrupted, another one fails, too");
    assertSame(refusal, thrown.getCause(), "the cause, the very object that was thrown first");
    assertEquals(0, refusal.getSuppressed().length, "exceptions added to the first failure");
  }

  @Explore(preemptions = 1)
  @DisplayName("when a task fails, or the factory, the others are interrupted, once, and awaited")
  @Graded(points = 1, read = "Gather.md, hint 3")
  void theOthersAreCancelledAndAwaited() throws InterruptedException {
    switch (AnyValue.of("a task fails", "a task of three fails", "the factory fails")) {
      case "a task fails" -> {
        var failure =
            assertThrows(
                ExecutionException.class,
                () -> group.gather(List.of(tasks.cleansUp("hotel"), soldOut()), AMPLE),
                "one task fails, the other one ends in the usual way once it is interrupted");
        assertEquals("sold out", failure.getCause().getMessage(), "the failure's message");
        assertTrue(
            tasks.leftOutOrCleanedUp("hotel"),
            () -> "when gather threw, a task that began should have cleaned up; " + heard());
      }
      case "a task of three fails" -> {
        var one = tasks.waitsForTheOther();
        assertThrows(
            ExecutionException.class,
            () -> group.gather(List.of(one, tasks.failsWhenBothWait(), one), AMPLE),
            "one task fails; each of the others waits until both are interrupted");
        assertEquals(List.of("cancelled", "cancelled"), tasks.log(), "what we heard of the others");
      }
      default ->
          theFactoryFails(
              AnyValue.of(new IllegalStateException("no thread"), new Error("no room")));
    }
    threads.join();
    assertEquals(List.of(), threads.died(), "threads that died of an exception");
  }

  private void theFactoryFails(Throwable reason) {
    ThreadFactory onlyOne =
        code -> threads.made().isEmpty() ? threads.newThread(code) : BookingTasks.sneak(reason);
    var two = List.of(tasks.cleansUp("first"), tasks.cleansUp("second"));
    var thrown =
        assertThrows(
            Throwable.class,
            () -> new Gather(onlyOne).gather(two, AMPLE),
            "the factory makes one thread, then throws");
    assertSame(reason, thrown, "the very object that the factory threw");
    assertTrue(
        tasks.leftOutOrCleanedUp("first"),
        () -> "the factory threw when the first task had been started; " + heard());
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
    assertEquals(
        List.of("car", "car"),
        group.gather(List.of(interruptsItself(), interruptsItself()), AMPLE),
        "two tasks that leave their threads interrupted");
    threads.join();
    assertEquals(List.of(), threads.died(), "threads that died of an exception");
  }

  /// No preemptions and no early time-outs here: every thread is in time.
  @Explore(preemptions = 0)
  @DisplayName("one limit for all tasks together, and when it runs out all are cancelled")
  @Graded(points = 1, read = "Gather.md, hint 4")
  void oneLimitForAll() throws Exception {
    Thread.sleep(Duration.ofHours(1)); // a clock seldom begins at zero
    var me = Thread.currentThread();
    var looking = looksAtCaller(1_800, me);
    var start = System.nanoTime();
    assertEquals(
        List.of(900, 1_800, 2_700),
        group.gather(List.of(sleeps(900), looking, sleeps(2_700)), ofMillis(2_800)),
        "tasks of 0.9 s, 1.8 s and 2.7 s, with a limit of 2.8 s");
    assertPassed(2_700, start, "tasks of 0.9 s, 1.8 s and 2.7 s");
    start = System.nanoTime();
    assertThrows(
        TimeoutException.class,
        () -> group.gather(List.of(sleeps(900), sleeps(1_800), endsWhenCancelled()), ofSeconds(2)),
        "tasks of 0.9 s, of 1.8 s and without end, with a limit of 2 s");
    assertPassed(2_000, start, "a task that ends when it is interrupted, with a limit of 2 s");
    start = System.nanoTime();
    var minutes = List.of(sleeps(60_000), sleeps(60_000));
    assertThrows(
        TimeoutException.class,
        () -> new Gather(this::newThreadAfterOneSecond).gather(minutes, ofMillis(2_500)),
        "the factory takes a second for each of two threads, with a limit of 2.5 s");
    assertPassed(2_500, start, "the factory takes 2 s, and the limit is 2.5 s from the call");
    start = System.nanoTime();
    assertThrows(
        TimeoutException.class,
        () -> group.gather(List.of(tasks.insists(me)), ofSeconds(2)),
        "a task that goes on for 10 s when it is interrupted, with a limit of 2 s");
    assertPassed(12_000, start, "2 s and then 10 s more, whatever happens");
    assertEquals(List.of("interrupted", "done"), tasks.log(), "what that task noticed");
    tasks.log().clear();
    assertThrows(
        ExecutionException.class,
        () -> group.gather(List.of(tasks.cleansUp("hotel"), soldOut()), ofSeconds(2)),
        "one task fails at once, the other one cleans up for 60 s, with a limit of 2 s");
    assertTrue(
        tasks.leftOutOrCleanedUp("hotel"),
        () -> "the limit runs out while a cancelled task cleans up; " + heard());
    Callable<Integer> inner = () -> group.gather(List.of(sleeps(0)), ofSeconds(1)).getFirst();
    assertEquals(
        List.of(0, 1_800),
        group.gather(List.of(inner, sleeps(1_800)), ofSeconds(2)),
        "a task that calls gather, with a limit of 1 s, and one of 1.8 s, with a limit of 2 s");
    var years = sleeps(Duration.ofDays(90 * 365));
    assertEquals(
        List.of("at last"),
        group.gather(List.of(years), ChronoUnit.FOREVER.getDuration()),
        "a task of 90 years, with a limit that never runs out");
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
    assertThrows(refused, () -> group.gather(List.of(), null), "no tasks, and null for the limit");
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
        group.gather(List.of(car), Duration.ofNanos(1)),
        "one task that takes no time, with a limit of one nanosecond");
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
    for (var none : List.of(List.<Callable<String>>of(), List.<Callable<String>>of(() -> "car"))) {
      caller.interrupt();
      assertThrows(
          InterruptedException.class,
          () -> group.gather(none, Duration.ZERO),
          none.size() + " tasks, no time, and the caller was interrupted before the call");
    }
    caller.interrupt();
    assertThrows(
        NullPointerException.class,
        () -> group.gather(Arrays.asList((Callable<String>) null), AMPLE),
        "null for the only task, and the caller was interrupted before the call");
    assertTrue(Thread.interrupted(), "the caller's flag after NullPointerException");
    assertEquals(0, threads.made().size(), "threads made for a caller that was interrupted before");
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
    Callable<String> earlier =
        () -> {
          caller.interrupt();
          return late.call();
        };
    switch (AnyValue.of("failure", "limit", "interrupt", "results")) {
      case "failure" ->
          interruptedLate(group, ExecutionException.class, List.of(late, soldOut()), AMPLE);
      case "limit" -> interruptedLate(group, TimeoutException.class, List.of(late), ofSeconds(1));
      case "interrupt" ->
          interruptedLate(group, InterruptedException.class, List.of(earlier), AMPLE);
      default -> interruptedAsItEnds(group);
    }
    threads.join();
  }

  @Explore(preemptions = 1)
  @DisplayName("a call inside a task, and two calls at the same time")
  @Graded(points = 1, read = CONTRACT)
  void callsInsideAndBeside() throws Exception {
    if (AnyValue.of("inside", "beside").equals("beside")) {
      callsBeside();
      return;
    }
    Callable<String> hotel = () -> group.gather(List.of(tasks.cleansUp("room")), AMPLE).getFirst();
    assertThrows(
        ExecutionException.class,
        () -> group.gather(List.of(hotel, soldOut()), AMPLE),
        "one task fails, another one waits in a gather of its own");
    assertTrue(
        tasks.leftOutOrCleanedUp("room"),
        () -> "the outer gather threw while an inner task was running; " + heard());
    threads.join();
  }

  private void callsBeside() throws Exception {
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
}
