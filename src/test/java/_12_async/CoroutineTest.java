package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _12_async.lab.FailedTasksTrial;
import _12_async.lab.GivingWayTiming;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameters;
import workbook.run.Run;

/// What lesson 12 shows about coroutines on every machine.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CoroutineTest {
  private static final List<Long> FIRST = List.of(0L, 1L, 1L, 2L, 3L, 5L, 8L, 13L);

  @Test
  void threeWaysMakeTheSameNumbers() throws Exception {
    assertEquals(FIRST, first(Fibonacci.byHand()));
    assertEquals(FIRST, first(Fibonacci.byStream()));
    try (var numbers = Fibonacci.byCoroutine()) {
      var made = new ArrayList<Long>();
      while (made.size() < FIRST.size()) {
        made.add(numbers.send(true));
      }
      assertEquals(FIRST, made);
    }
  }

  private static List<Long> first(Iterator<Long> numbers) {
    return Stream.generate(numbers::next).limit(FIRST.size()).toList();
  }

  @Test
  void aCoroutineReceives() throws Exception {
    try (var mean = RunningMean.start()) {
      assertEquals(
          List.of(10.0, 15.0, 30.0), List.of(mean.send(10.0), mean.send(20.0), mean.send(60.0)));
    }
  }

  @Test
  void aCoroutineDoesNothingUntilItIsSentAValue() throws Exception {
    var begun = new CountDownLatch(1);
    try (var coroutine =
        new Coroutine<String, String>(
            (first, _) -> {
              begun.countDown();
              return first;
            })) {
      assertEquals(1, begun.getCount());
      assertEquals("first", coroutine.send("first"));
      assertEquals(0, begun.getCount());
    }
  }

  @Test
  void afterItsLastValueACoroutineHasEnded() throws Exception {
    try (var coroutine = new Coroutine<Integer, Integer>((first, self) -> self.yield(first) + 1)) {
      assertEquals(3, coroutine.send(3));
      assertEquals(5, coroutine.send(4));
      assertThrows(IllegalStateException.class, () -> coroutine.send(5));
    }
  }

  @Test
  void whatTheBodyThrowsComesOutOfSend() throws Exception {
    try (var coroutine =
        new Coroutine<Integer, Integer>(
            (first, self) -> {
              self.yield(first);
              throw new IOException("the disk is full");
            })) {
      assertEquals(1, coroutine.send(1));
      var failure = assertThrows(ExecutionException.class, () -> coroutine.send(2));
      assertInstanceOf(IOException.class, failure.getCause());
      assertThrows(IllegalStateException.class, () -> coroutine.send(3));
    }
  }

  @Test
  void closingEndsTheBodyWhereItWaits() throws Exception {
    var ended = new CountDownLatch(1);
    var coroutine =
        new Coroutine<Integer, Integer>(
            (first, self) -> {
              try {
                return self.yield(first);
              } finally {
                ended.countDown();
              }
            });
    assertEquals(1, coroutine.send(1));
    coroutine.close();
    assertTrue(ended.await(5, TimeUnit.MINUTES));
    assertThrows(IllegalStateException.class, () -> coroutine.send(2));
  }

  /// A loop that calls nobody slow: a busy machine makes anybody slow.
  private static Loop loop(List<String> reports) {
    var loop = new Loop(reports::add);
    loop.slowCallback(Duration.ofMinutes(10));
    return loop;
  }

  @Test
  void withoutAnAwaitTheSecondWaitsForTheFirst() throws Exception {
    var computed = new ArrayList<String>();
    try (var loop = loop(computed)) {
      new TwoComputations(3, computed::add).asCoroutines(loop);
    }
    assertEquals(List.of("first", "first", "first", "second", "second", "second"), computed);
  }

  @Test
  void withAnAwaitTheyTakeTurns() throws Exception {
    var computed = new ArrayList<String>();
    try (var loop = loop(computed)) {
      new TwoComputations(3, computed::add).asCoroutinesThatGiveWay(loop);
    }
    assertEquals(List.of("first", "second", "first", "second", "first", "second"), computed);
  }

  @Test
  void theSecondIsNotBegunWhenTheFirstHasEnded() throws InterruptedException {
    var seen = observed(new GivingWayTiming(), Map.of("work", "1"));
    assertEquals("nothing", seen.answer());
    assertTrue(seen.everyClaimHeld(), () -> seen.claims().toString());
    assertFalse(seen.spans().isEmpty());
  }

  @Test
  void aFailureThatNobodyAwaitsIsReportedWhenTheLoopIsClosed() throws InterruptedException {
    var seen = observed(new FailedTasksTrial(), Map.of());
    assertEquals("when the loop is closed", seen.answer());
    assertTrue(seen.everyClaimHeld(), () -> seen.claims().toString());
  }

  @Test
  void aFailureInGatherLetsTheOtherTaskEnd() throws Exception {
    var said = new ArrayList<String>();
    try (var loop = loop(said)) {
      loop.run("main", new FailedTasks(loop, said::add)::gathered);
    }
    assertEquals(
        List.of("the task fails", "main hears: the disk is full", "the other one has ended well"),
        said);
  }

  @Test
  void jobsOfAThreadAndOfACoroutineShareTheCounter() throws Exception {
    for (var way : List.of(new ByThreads(), new ByCoroutines())) {
      Job.COUNTER.set(0);
      way.addTwice();
      assertEquals(2, Job.COUNTER.get());
      assertThrows(Exception.class, way::fail);
    }
  }

  @Test
  void jobsOfAProcessDoNot() throws Exception {
    Job.COUNTER.set(0);
    new ByProcesses().addTwice();
    assertEquals(0, Job.COUNTER.get());
    var failure = assertThrows(IOException.class, new ByProcesses()::fail);
    assertEquals("exit code 1", failure.getMessage());
  }

  @Test
  void allJobsWaitAtTheSameTime() throws Exception {
    for (var way : List.of(new ByThreads(), new ByCoroutines())) {
      var times = new int[1];
      way.hold(5, () -> times[0]++);
      assertEquals(1, times[0], way::toString);
    }
  }

  private static Observations observed(Experiment experiment, Map<String, String> settings)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), settings);
    var plan = experiment.plan().inThisJvm().within(Duration.ofMinutes(10));
    var result = Run.start("async/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertTrue(result.good(), () -> result.trouble() + result.observations().claims());
    return result.observations();
  }
}
