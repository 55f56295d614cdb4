package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Coroutines take turns, are cancelled at an await, and leave nothing behind.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TaskTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
  private final List<String> said = new ArrayList<>();
  private final Loop loop = new Loop(reports::add);

  TaskTest() {
    loop.slowCallback(LONG);
    loop.cleanUp = LONG;
  }

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void onlyOneRunsAtAnyMoment() throws Exception {
    var tasks = new ArrayList<Task<Void>>();
    var running = new boolean[1];
    var steps = new int[1];
    for (var n = 0; n < 100; n++) {
      tasks.add(
          loop.createTask(
              "counter",
              () -> {
                for (var i = 0; i < 100; i++) {
                  assertFalse(running[0]);
                  running[0] = true;
                  steps[0]++;
                  running[0] = false;
                  loop.sleep(Duration.ZERO).await();
                }
                return null;
              }));
    }
    loop.runUntilComplete(LoopFutures.gather(tasks));
    assertEquals(10_000, steps[0]);
  }

  @Test
  void cancellingReachesTheAwaitAndTheFutureThatIsAwaited() throws Exception {
    var sleep = loop.sleep(LONG);
    var task = loop.createTask("sleeper", () -> awaitAndTell(sleep));
    loop.callLater(SHORT, "cancel", task::cancel);
    assertThrows(CancellationException.class, () -> loop.runUntilComplete(task));
    assertTrue(sleep.isDone());
    assertFalse(task.cancel());
    assertEquals(List.of("cancelled", "finally"), said);
  }

  private <T> T awaitAndTell(LoopFuture<T> future) throws Exception {
    try {
      return future.await();
    } catch (CancellationException cancelled) {
      said.add("cancelled");
      throw cancelled;
    } finally {
      said.add("finally");
    }
  }

  @Test
  void aTaskThatCancelsItselfEndsAtItsNextAwait() throws Exception {
    var self = new ArrayList<Task<Void>>();
    self.add(
        loop.createTask(
            "self",
            () -> {
              assertTrue(self.getFirst().cancel());
              said.add("goes on");
              return awaitAndTell(loop.sleep(LONG));
            }));
    assertThrows(CancellationException.class, () -> loop.runUntilComplete(self.getFirst()));
    assertEquals(List.of("goes on", "cancelled", "finally"), said);
  }

  @Test
  void aTaskCancelledBeforeItsFirstTurnNeverRuns() {
    var task = loop.createTask("never", () -> said.add("never"));
    task.cancel();
    assertThrows(CancellationException.class, () -> loop.runUntilComplete(task));
    assertEquals(List.of(), said);
  }

  @Test
  void aTaskMayRefuseToBeCancelled() throws Exception {
    var task =
        loop.createTask(
            "stubborn",
            () -> {
              assertThrows(CancellationException.class, () -> loop.sleep(LONG).await());
              loop.sleep(SHORT).await();
              return "went on";
            });
    loop.callLater(SHORT, "cancel", task::cancel);
    assertEquals("went on", loop.runUntilComplete(task));
  }

  @Test
  void aTaskCancelledWhenItsFutureIsDoneLosesTheResult() {
    var future = new LoopFuture<String>(loop);
    var task = loop.createTask("waiter", () -> awaitAndTell(future));
    loop.callLater(
        SHORT,
        "both",
        () -> {
          future.setResult("lost");
          task.cancel();
        });
    assertThrows(CancellationException.class, () -> loop.runUntilComplete(task));
  }

  @Test
  void aFutureIsCompletedOnce() throws Exception {
    var future = new LoopFuture<Integer>(loop);
    assertThrows(IllegalStateException.class, future::result);
    future.setResult(1_000);
    assertThrows(IllegalStateException.class, () -> future.setResult(2_000));
    assertThrows(IllegalStateException.class, () -> future.setException(new Exception()));
    assertFalse(future.cancel());
    assertEquals(1_000, future.result());
  }

  @Test
  void callbacksOfAFutureAreCalledSoonAndNotAtOnce() throws Exception {
    var future = new LoopFuture<String>(loop);
    future.whenDone("first", () -> said.add("first"));
    future.whenDone("second", () -> said.add("second"));
    loop.run(
        "main",
        () -> {
          future.setResult("x");
          future.whenDone("third", () -> said.add("third"));
          said.add("set");
          return loop.sleep(SHORT).await();
        });
    assertEquals(List.of("set", "first", "second", "third"), said);
  }

  @Test
  void onlyACoroutineCanAwaitAndNeverItself() throws Exception {
    var future = loop.sleep(SHORT);
    loop.callSoon("callback", () -> assertThrows(IllegalStateException.class, future::await));
    assertThrows(IllegalStateException.class, future::await);
    var self = new ArrayList<Task<String>>();
    self.add(loop.createTask("self", () -> self.getFirst().await()));
    assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(self.getFirst()));
    assertEquals(List.of(), reports);
  }

  @Test
  void whatABodyThrowsComesToWhoeverAwaitsIt() throws Exception {
    var fails =
        loop.createTask(
            "fails",
            () -> {
              throw new java.io.IOException("broken");
            });
    var error =
        loop.createTask(
            "error",
            () -> {
              throw new AssertionError("bug");
            });
    loop.run(
        "main",
        () -> {
          assertThrows(java.io.IOException.class, fails::await);
          return assertThrows(ExecutionException.class, error::await);
        });
    loop.close();
    assertEquals(List.of(), reports);
  }

  @Test
  void aFailureThatNobodyAsksForIsReportedInTheEnd() throws Exception {
    loop.createTask(
        "silent",
        () -> {
          throw new IllegalStateException("oh");
        });
    loop.run("main", () -> loop.sleep(SHORT).await());
    assertEquals(List.of(), reports);
    loop.close();
    assertEquals(List.of("silent failed unheard: java.lang.IllegalStateException: oh"), reports);
  }

  @Test
  void gatherFailsWithTheFirstFailureAndTheOthersGoOn() throws Exception {
    var good = loop.createTask("good", () -> loop.sleep(SHORT).await());
    var bad =
        loop.createTask(
            "bad",
            () -> {
              throw new IllegalArgumentException("bad");
            });
    var all = LoopFutures.gather(List.<Task<Void>>of(good, loop.createTask("b", () -> null)));
    var failing = LoopFutures.gather(List.of(bad, loop.createTask("c", () -> null)));
    assertThrows(IllegalArgumentException.class, () -> loop.runUntilComplete(failing));
    assertEquals(2, loop.runUntilComplete(all).size());
  }

  @Test
  void cancellingAGatherCancelsItsTasks() throws Exception {
    var tasks =
        List.of(
            loop.createTask("a", () -> loop.sleep(LONG).await()),
            loop.createTask("b", () -> loop.sleep(LONG).await()));
    var all = LoopFutures.gather(tasks);
    loop.callLater(SHORT, "cancel", all::cancel);
    loop.runUntilComplete(LoopFutures.wait(tasks));
    for (var task : tasks) {
      assertThrows(CancellationException.class, task::result);
    }
  }

  @Test
  void closingLetsTasksCleanUpAndEndsTheirThreads() throws Exception {
    var threads = new ArrayList<Thread>();
    for (var n = 0; n < 10; n++) {
      loop.createTask(
          "left",
          () -> {
            threads.add(Thread.currentThread());
            try {
              return loop.sleep(LONG).await();
            } finally {
              loop.sleep(SHORT).await();
              said.add("cleaned up");
            }
          });
    }
    loop.run("main", () -> loop.runInExecutor(() -> threads.add(Thread.currentThread())).await());
    loop.close();
    assertEquals(Collections.nCopies(10, "cleaned up"), said);
    for (var thread : threads) {
      assertTrue(thread.join(LONG), thread::toString);
    }
    assertEquals(11, threads.size());
  }

  @Test
  void aTaskThatDoesNotEndIsReportedAndCloseReturns() throws Exception {
    loop.createTask(
        "stubborn",
        () -> {
          while (true) {
            try {
              loop.sleep(LONG).await();
            } catch (CancellationException ignored) {
              said.add("ignored");
            }
          }
        });
    loop.run("main", () -> loop.sleep(SHORT).await());
    loop.cleanUp = SHORT;
    loop.close();
    assertEquals(List.of("ignored"), said);
    assertEquals(List.of("stubborn was cancelled, but did not end"), reports);
  }
}
