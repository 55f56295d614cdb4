package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _04_locks.lab.DeadlockByOrder;
import _04_locks.lab.FairnessTiming;
import _04_locks.lab.ReleaseOrderTrials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "TornPoint$Broken, ASSERTION",
    "TornPoint$HalfMended, ASSERTION",
    "LockOrder$Broken, DEADLOCK",
    "ReleaseOrder$Broken, DEADLOCK",
    "Purse$Broken, DEADLOCK",
    "LockTwice$Broken, DEADLOCK",
    "AcquireInTry$Broken, EXCEPTION",
    "TwoDoors$Broken, ASSERTION",
    "GuestList$Broken, ASSERTION",
  })
  void everyScenarioFailsForTheReasonItWasWrittenFor(String type, FailureKind kind) {
    var verdict =
        Explorer.explore(Subject.named("_04_locks." + type), Budget.DEFAULT.withPatience(LONG));
    assertEquals(kind, assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "virtual"})
  void theDeadlockHappensOnEveryKindOfThread(String kind) throws Exception {
    var seen = run(new DeadlockByOrder(), Map.of("threads", kind, "watch", "0"));
    assertEquals("nothing: both go on waiting", seen.answer());
    assertEquals("waits for B, held by two", seen.fact("one").orElseThrow());
    assertEquals("waits for A, held by one", seen.fact("two").orElseThrow());
  }

  @Test
  void noForbiddenOutcomeIsSeen() throws Exception {
    for (var experiment : List.of(new ReleaseOrderTrials(), new FairnessTiming())) {
      for (var outcome : run(experiment, Map.of()).outcomes()) {
        assertTrue(
            outcome.expected() != Outcome.Expectation.FORBIDDEN || outcome.count() == 0,
            outcome::toString);
      }
    }
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm().within(LONG);
    var result = Run.start("locks/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    return result.observations();
  }
}
