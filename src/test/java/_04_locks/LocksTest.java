package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Experiment;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Result;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.run.Run;

/// Lesson 04 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
class LocksTest {
  @ParameterizedTest
  @CsvSource({
    "TornPoint$Broken, ASSERTION",
    "TornPoint$HalfMended, ASSERTION",
    "LockOrder$Broken, DEADLOCK",
    "LeakedLock$Broken, DEADLOCK",
    "TwoDoors$Broken, ASSERTION",
  })
  void everyScenarioFailsForTheReasonItWasWrittenFor(String type, FailureKind kind) {
    var verdict = Explorer.explore(Subject.named("_04_locks." + type), Budget.DEFAULT);
    assertEquals(kind, assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "virtual"})
  void theDeadlockHappensOnEveryKindOfThread(String kind) throws Exception {
    var seen = run(new DeadlockByOrder(), Map.of("threads", kind, "stuck", "0"));
    assertEquals("both wait forever", seen.answer());
    assertEquals("two", seen.fact("one waits for B, held by").orElseThrow());
    assertEquals("one", seen.fact("two waits for A, held by").orElseThrow());
  }

  @Test
  void noForbiddenOutcomeIsSeen() throws Exception {
    for (var experiment : List.of(new ReleaseOrder(), new FairOrFast())) {
      for (var outcome : run(experiment, Map.of()).outcomes()) {
        assertTrue(
            outcome.expected() != Outcome.Expectation.FORBIDDEN || outcome.count() == 0,
            outcome::toString);
      }
    }
  }

  @Test
  void aStretchCountsEveryRound() throws Exception {
    var lock = new ReentrantLock();
    var counted = new long[1];
    Runnable round =
        () -> {
          lock.lock();
          counted[0]++;
          lock.unlock();
        };
    var stretch = Stretch.of(5, List.of(round, round, round));
    assertEquals(counted[0], stretch.rounds());
    assertTrue(stretch.nanos() >= 5_000_000, stretch::toString);
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm();
    var result = Run.start("locks/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    return result.observations();
  }
}
