package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The loop calls everything once, in order, and lives on whatever a callback does.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LoopTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int THREADS = 8;
  private static final int CALLBACKS = 5_000;

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final List<String> called = new ArrayList<>();
  private final Loop loop = new Loop(reports::add);

  LoopTest() {
    loop.slowCallback(LONG);
    loop.cleanUp = LONG;
  }

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void callbacksAreCalledInOrderAndWhatTheyAddWaitsForTheNextRound() throws Exception {
    loop.callSoon(
        "a",
        () -> {
          called.add("a");
          loop.callSoon("c", () -> called.add("c"));
          loop.callSoon("stop", loop::stop);
        });
    loop.callSoon("b", () -> called.add("b"));
    loop.runForever();
    assertEquals(List.of("a", "b", "c"), called);
  }

  @Test
  void aCallbackThatHandsItselfInAgainKeepsNobodyOut() throws Exception {
    loop.callSoon("again", this::again);
    loop.callSoon("other", () -> called.add("other"));
    loop.runForever();
    assertEquals(List.of("again", "other", "again"), called);
  }

  private void again() {
    called.add("again");
    loop.callSoon("again", this::again);
    if (called.contains("other")) {
      loop.stop();
    }
  }

  @Test
  void whatIsDueEarlierIsCalledEarlierWhereverTheClockStands() {
    for (var now : new long[] {-7, 0, Long.MAX_VALUE - 25, Long.MIN_VALUE}) {
      var timers = new Timers();
      for (var delay : List.of(30, 10, 20, 0, 10)) {
        timers.add(now + delay, new Handle("" + delay, () -> {}));
      }
      var due = new ArrayList<String>();
      timers.takeDue(now + 29, handle -> due.add(handle.name));
      assertEquals(List.of("0", "10", "10", "20"), due);
      timers.takeDue(now + 30, handle -> due.add(handle.name));
      assertEquals("30", due.getLast());
    }
  }

  @Test
  void anyDelayIsAllowed() throws Exception {
    loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), "never", () -> called.add("never"));
    loop.callLater(Duration.ofSeconds(Long.MIN_VALUE), "now", () -> called.add("now"));
    loop.callLater(Duration.ofMillis(1), "stop", loop::stop);
    loop.runForever();
    assertEquals(List.of("now"), called);
  }

  @Test
  void timersWithTheSameDelayAreCalledInTheOrderOfTheirSubmission() throws Exception {
    for (var n = 0; n < 1_000; n++) {
      var text = "" + n;
      loop.callLater(Duration.ofMillis(1), "timer", () -> called.add(text));
    }
    loop.callLater(Duration.ofMillis(1), "stop", loop::stop);
    loop.runForever();
    assertEquals(IntStream.range(0, 1_000).mapToObj(Integer::toString).toList(), called);
  }

  @Test
  void aTimerIsNeverEarly() throws Exception {
    var began = System.nanoTime();
    loop.run("main", () -> loop.sleep(Duration.ofMillis(20)).await());
    assertTrue(System.nanoTime() - began >= 20_000_000);
  }

  @Test
  void aCancelledCallbackIsNotCalled() throws Exception {
    loop.callSoon("soon", () -> called.add("soon")).cancel();
    for (var n = 0; n < 1_000; n++) {
      loop.callLater(Duration.ofMillis(1), "later", () -> called.add("later")).cancel();
    }
    loop.callLater(Duration.ofMillis(5), "stop", loop::stop);
    loop.runForever();
    assertEquals(List.of(), called);
  }

  @Test
  void everyCallbackOfEveryThreadArrivesInItsOrder() throws Exception {
    var counts = new int[THREADS];
    var left = new int[] {THREADS * CALLBACKS};
    for (var n = 0; n < THREADS; n++) {
      var thread = n;
      Thread.ofPlatform().daemon().start(() -> handIn(thread, counts, left));
    }
    loop.runForever();
    assertEquals(Collections.nCopies(THREADS, CALLBACKS), IntStream.of(counts).boxed().toList());
    assertEquals(List.of(), reports);
  }

  private void handIn(int thread, int[] counts, int[] left) {
    for (var n = 0; n < CALLBACKS; n++) {
      var expected = n;
      loop.callSoonThreadsafe(
          "count",
          () -> {
            assertEquals(expected, counts[thread]++);
            if (--left[0] == 0) {
              loop.stop();
            }
          });
    }
  }

  @Test
  void aLoopThatFallsAsleepIsWokenByOtherThreads() throws Exception {
    for (var n = 0; n < 500; n++) {
      Thread.ofPlatform().start(() -> loop.callSoonThreadsafe("stop", loop::stop));
      loop.runForever(); // would sleep for ever if a wake-up were lost
    }
  }

  @Test
  void otherThreadsAreRefusedWithASentence() throws Exception {
    var other = new FutureTask<Void>(() -> null);
    var refusals = Collections.synchronizedList(new ArrayList<String>());
    loop.callSoon("start", () -> Thread.ofPlatform().start(() -> misuse(refusals, other)));
    loop.runForever();
    other.get();
    assertEquals(
        Collections.nCopies(4, "The loop runs in another thread: use callSoonThreadsafe."),
        refusals);
  }

  private void misuse(List<String> refusals, Runnable whenDone) {
    List<Runnable> uses =
        List.of(
            () -> loop.callSoon("x", () -> {}),
            () -> loop.sleep(Duration.ZERO),
            () -> loop.createTask("x", () -> null),
            () -> new LoopFuture<String>(loop).setResult("x"));
    for (var use : uses) {
      refusals.add(assertThrows(IllegalStateException.class, use::run).getMessage());
    }
    loop.callSoonThreadsafe("stop", loop::stop);
    whenDone.run();
  }

  @Test
  void whoeverThrowsIsReportedAndTheOthersAreCalled() throws Exception {
    loop.callSoon(
        "thrower",
        () -> {
          throw new IllegalArgumentException("no");
        });
    loop.callSoon(
        "error",
        () -> {
          throw new StackOverflowError();
        });
    loop.callSoon("good", () -> called.add("good"));
    loop.callSoon("stop", loop::stop);
    loop.runForever();
    assertEquals(List.of("good"), called);
    assertEquals("thrower failed: java.lang.IllegalArgumentException: no", reports.getFirst());
    assertTrue(reports.get(1).startsWith("error failed: "), reports::toString);
  }

  @Test
  void whoeverBlocksIsReportedByName() throws Exception {
    loop.slowCallback(Duration.ofNanos(-1)); // so that everybody is too slow
    loop.run("blocker", () -> null);
    assertTrue(reports.getFirst().startsWith("blocker blocked the loop for "), reports::toString);
  }

  @Test
  void anInterruptStopsTheLoopAndTheCallbackThatBlocksIt() throws Exception {
    var blocked = new CountDownLatch(1);
    Callable<Void> sleepsLong =
        () -> {
          blocked.countDown();
          new CountDownLatch(1).await();
          return null;
        };
    var run = new FutureTask<>(() -> loop.run("blocker", sleepsLong));
    var thread = Thread.ofPlatform().start(run);
    blocked.await();
    thread.interrupt();
    thread.join();
    assertThrows(Exception.class, run::get);
    loop.run("next", () -> called.add("next"));
    assertEquals(List.of("next"), called);
  }

  @Test
  void itRunsOnceAtATimeAndNotAfterItsEnd() throws Exception {
    loop.run("main", () -> assertThrows(IllegalStateException.class, loop::runForever));
    loop.run("main", () -> assertThrows(IllegalStateException.class, loop::close));
    var never = new LoopFuture<String>(loop);
    loop.callSoon("stop", loop::stop);
    assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(never));
    loop.close();
    loop.close();
    assertThrows(IllegalStateException.class, loop::runForever);
    assertThrows(IllegalStateException.class, () -> loop.callSoonThreadsafe("x", () -> {}));
    assertFalse(never.isDone());
  }

  @Test
  void theExecutorCallsElsewhereAndItsResultComesBack() throws Exception {
    var names = new ArrayList<String>();
    loop.run(
        "main",
        () -> {
          names.add(loop.runInExecutor(() -> Thread.currentThread().getName()).await());
          Callable<Void> fails =
              () -> {
                throw new IllegalArgumentException("elsewhere");
              };
          var failure = loop.runInExecutor(fails);
          names.add(assertThrows(IllegalArgumentException.class, failure::await).getMessage());
          return null;
        });
    assertEquals(List.of("executor-1", "elsewhere"), names);
  }
}
