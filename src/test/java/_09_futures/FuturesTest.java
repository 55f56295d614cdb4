package _09_futures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _09_futures.lab.RunBlockingTrial;
import book.MadeUp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Await;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// Lesson 09 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FuturesTest {
  private static final String TICKS = "ticks while the page was loaded";

  @ParameterizedTest
  @CsvSource({
    "SilentFailure$Broken, DEADLOCK",
    "NestedTasks$Broken, DEADLOCK",
    "FirstAnswer$Broken, ASSERTION",
  })
  void everyScenarioFailsForTheReasonItWasWrittenFor(String type, FailureKind kind) {
    var verdict = Explorer.explore(Subject.named("_09_futures." + type), Budget.DEFAULT);
    assertEquals(kind, assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).kind());
  }

  @Test
  void resultsComeInOrderOrAsCompleted() throws Exception {
    var othersReceived = new CountDownLatch(2);
    List<Callable<Integer>> tasks =
        List.of(
            () -> {
              othersReceived.await(); // done only when main has the other two
              return 1;
            },
            () -> 2,
            () -> 3);
    var received = new ArrayList<Integer>();
    try (var pool = Executors.newFixedThreadPool(3)) {
      AsCompleted.asCompleted(
          pool,
          tasks,
          (Integer result) -> {
            received.add(result);
            othersReceived.countDown();
          });
      assertEquals(1, received.getLast());
      received.clear();
      AsCompleted.inOrder(pool, tasks, received::add);
      assertEquals(List.of(1, 2, 3), received);
    }
  }

  @Test
  void aCancelledFutureNeedsNobodyToStop() throws Exception {
    var task = new CancelledTask.NeverLooks();
    try (var pool = Executors.newFixedThreadPool(1);
        AutoCloseable _ = task::release) {
      var future = pool.submit(task);
      task.begun.await();
      assertTrue(future.cancel(true));
      assertThrows(CancellationException.class, future::get);
      assertEquals(1, task.ended.getCount(), "it has not ended");
    }
    assertEquals(0, task.ended.getCount(), "released, it has");
  }

  @Test
  void allAndAnyEndTheTaskThatWaitsForEver() throws Exception {
    assertTrue(allAreDoneAndTheEndlessInterrupted(1) || allAreDoneAndTheEndlessInterrupted(30));
    var any = new InvokeWithLimit();
    assertEquals("an answer", any.any(Duration.ofMinutes(1)));
    assertTrue(any.wasInterrupted());
  }

  /// On a busy machine, the endless task may not have begun within a short limit.
  private static boolean allAreDoneAndTheEndlessInterrupted(int seconds) throws Exception {
    var tasks = new InvokeWithLimit();
    assertTrue(tasks.all(Duration.ofSeconds(seconds)).stream().allMatch(Future::isDone));
    return tasks.wasInterrupted();
  }

  @Test
  void workersThatWaitForWorkersDoNotStarveInAForkJoinPool() throws Exception {
    try (var pool = new ForkJoinPool(2)) {
      var futures = twoAtWork(new NestedTasks.Broken(), pool);
      assertEquals(42, futures.getFirst().get() + futures.getLast().get());
    }
  }

  @Test
  void nobodyCallsAStarvationDeadlockADeadlock() throws Exception {
    var queue = new LinkedBlockingQueue<Runnable>();
    try (var pool = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, queue);
        AutoCloseable _ = pool::shutdownNow) {
      var futures = twoAtWork(new NestedTasks.Broken(), pool);
      Await.until("two tasks are in the queue", () -> queue.size() == 2);
      assertTrue(futures.stream().noneMatch(Future::isDone));
      assertNull(ManagementFactory.getThreadMXBean().findDeadlockedThreads());
    }
  }

  /// Both have begun before either needs another task.
  private static List<Future<Integer>> twoAtWork(NestedTasks tasks, ExecutorService pool) {
    var both = new CountDownLatch(2);
    Runnable begun =
        () -> {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException nobodyInterrupts) {
            throw new AssertionError(nobodyInterrupts);
          }
        };
    return List.of(tasks.start(pool, begun), tasks.start(pool, begun));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 255, 256})
  void stealingLosesNoPiece(int pieces) throws Exception {
    var work = new UnevenWork(pieces, 10);
    assertEquals(work.inHalves(), work.byStealing());
    assertEquals(work.sum(0, pieces), work.byStealing());
  }

  @Test
  void aParallelStreamEndsAlthoughEveryWorkerIsBlocked() throws Exception {
    var done = new CountDownLatch(1);
    try {
      CommonPool.block(done);
      assertEquals(
          IntStream.range(0, 1_000).asLongStream().sum(), CommonPool.parallel(1_000, n -> n));
    } finally {
      done.countDown();
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "0, 1"})
  void aThreadThatDidNotTickInTimeIsGivenMoreTime(int ticksThen, int claimsRefuted) {
    var seen =
        MadeUp.answering(
            "it stops ticking",
            record -> {
              record.sample(TICKS, "ticks", "Java, here", 0);
              record.sample(TICKS, "ticks", "Java, elsewhere", 0);
              record.sample(TICKS, "ticks", "Java, elsewhere", ticksThen);
              record.sample("bytes that arrived", "bytes", "Java, here", 9);
              record.fact("bytes of the page", "9");
            });
    assertEquals(claimsRefuted, seen.refuted(new RunBlockingTrial()).size());
  }

  @Test
  void thePageArrivesWhoeverWaitsForIt() throws Exception {
    var requests = new AtomicInteger();
    try (var site = new LoopbackSite(300_000, 0, requests::incrementAndGet)) {
      for (var program : List.of(new BlockingElsewhere.Here(), new BlockingElsewhere.Elsewhere())) {
        assertEquals(300_000, program.tickAndLoad(site.uri(), () -> {}));
      }
    }
    assertEquals(4, requests.get(), "each request, before and after the delay");
  }

  @Test
  void aSiteThatIsClosedLeavesNoThreadAndNoPort() throws Exception {
    var began = new CountDownLatch(1);
    var site = new LoopbackSite(1, 60_000, began::countDown);
    try (var pool = Executors.newFixedThreadPool(1)) {
      var page = pool.submit(() -> BlockingElsewhere.download(site.uri()));
      began.await();
      site.close(); // in the middle of an answer
      assertThrows(Exception.class, page::get);
    }
    assertThrows(
        IOException.class, () -> site.uri().toURL().openConnection().getInputStream().close());
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().startsWith("HTTP-Dispatcher")));
  }
}
