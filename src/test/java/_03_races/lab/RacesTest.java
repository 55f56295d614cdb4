package _03_races.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Experiment;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Result;
import workbook.run.Run;

/// What lesson 03 shows on every machine. That a race *is* lost is never required here.
@Tag("fast")
class RacesTest {
  @ParameterizedTest
  @EnumSource
  void aThreadAloneLosesNothing(CountingWay way) {
    var shared = way.fresh.get();
    shared.add(1_000);
    shared.add(234);
    assertEquals(1_234, shared.total());
  }

  @ParameterizedTest
  @EnumSource
  void whoPromisesToLoseNothingKeepsIt(CountingWay way) throws InterruptedException {
    var shared = way.fresh.get();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var t = 0; t < 4; t++) {
        threads.submit(() -> shared.add(20_000));
      }
    }
    assertTrue(shared.total() <= 80_000, "nobody counts too much");
    if (way.promisesAll) {
      assertEquals(80_000, shared.total());
    }
  }

  @Test
  void thePromisesAreTheFourThatJavaMakes() {
    assertEquals(
        List.of(CountingWay.SYNCHRONIZED, CountingWay.LOCK, CountingWay.ATOMIC, CountingWay.ADDER),
        Stream.of(CountingWay.values()).filter(way -> way.promisesAll).toList());
  }

  @Test
  void atARendezvousNobodyIsARoundAhead() throws Exception {
    var meeting = new Rendezvous();
    var rounds = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
    try (var threads = Executors.newFixedThreadPool(2)) {
      var furthest =
          List.of(
              threads.submit(() -> lead(meeting, rounds[0], rounds[1])),
              threads.submit(() -> lead(meeting, rounds[1], rounds[0])));
      for (var lead : furthest) {
        assertTrue(lead.get() <= 1, "one thread passed without the other");
      }
    }
  }

  /// How far this thread got ahead of the other, in rounds. Both count before they meet.
  private static int lead(Rendezvous meeting, AtomicInteger mine, AtomicInteger other)
      throws InterruptedException {
    var lead = 0;
    for (var round = 0; round < 2_000; round++) {
      mine.incrementAndGet();
      meeting.meet(round);
      lead = Math.max(lead, mine.get() - other.get());
    }
    return lead;
  }

  @Test
  void whoWaitsAtARendezvousAloneCanBeInterrupted() throws InterruptedException {
    var alone =
        new FutureTask<Void>(
            () -> {
              new Rendezvous().meet(0);
              return null;
            });
    var thread = Thread.ofPlatform().start(alone);
    thread.interrupt();
    thread.join();
    var failed = assertThrows(ExecutionException.class, alone::get);
    assertEquals(InterruptedException.class, failed.getCause().getClass());
  }

  @Test
  void aBarrierLosesExactlyHalf() throws InterruptedException {
    var seen = observed(new BarrierTrials(), Map.of("increments", "300"));
    var counted = seen.observations().of("counted");
    assertEquals(
        List.of(List.of(300.0, 300.0, 300.0), List.of(600.0, 600.0, 600.0)),
        counted.stream().map(series -> series.points().getFirst().samples()).toList());
    assertEquals("300", seen.observations().answer());
  }

  @Test
  void everyTrialHasAnOutcome() throws InterruptedException {
    for (var counter : List.of("plain", "volatile", "atomic")) {
      var seen = observed(new TwoIncrementsTrials(), Map.of("trials", "500", "counter", counter));
      var outcomes = seen.observations().outcomes();
      assertEquals(500, outcomes.stream().mapToLong(Outcome::count).sum());
      assertEquals(4, outcomes.size());
    }
    var sold = observed(new CheckThenActTrials(), Map.of("trials", "500")).observations();
    assertEquals(1_000, sold.outcomes().stream().mapToLong(Outcome::count).sum());
  }

  @Test
  void anAtomicPairOfOnesIsForbiddenAndAPlainOneIsNot() throws InterruptedException {
    assertEquals(Outcome.Expectation.INTERESTING, ofTwoOnes("plain"));
    assertEquals(Outcome.Expectation.INTERESTING, ofTwoOnes("volatile"));
    assertEquals(Outcome.Expectation.FORBIDDEN, ofTwoOnes("atomic"));
  }

  private static Outcome.Expectation ofTwoOnes(String counter) throws InterruptedException {
    var seen = observed(new TwoIncrementsTrials(), Map.of("trials", "100", "counter", counter));
    return seen.observations().outcomes().stream()
        .filter(outcome -> outcome.seen().equals("(1, 1)"))
        .findFirst()
        .orElseThrow()
        .expected();
  }

  @Test
  void aCancelledRunEndsThoughItsThreadsSpin() throws InterruptedException {
    var experiment = new CheckThenActTrials();
    var most = Parameters.of(experiment.parameters(), Map.of("trials", "1000000"));
    var run = Run.start("races/x", experiment, most, experiment.plan().inThisJvm(), _ -> {});
    run.cancel();
    assertTrue(run.await().ending() != Result.Ending.FAILED, "cancelled, or done before that");
  }

  private static Result observed(Experiment experiment, Map<String, String> values)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), values);
    var plan = experiment.plan().inThisJvm().within(Duration.ofMinutes(10));
    var result = Run.start("races/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertTrue(result.good(), () -> result.trouble() + result.observations().claims());
    return result;
  }
}
