package _14_memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _14_memory.lab.InitDeadlockTrial;
import _14_memory.lab.UntriedTrials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.run.Run;

/// Lesson 14 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
class MemoryTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "StopFlag, DATA_RACE",
    "WriteOrder, ASSERTION",
    "SameLock, ASSERTION",
    "StartRule, ASSERTION",
    "JoinRule, ASSERTION",
    "InterruptRule, ASSERTION",
    "PassedOn, ASSERTION",
    "QueueRule, ASSERTION",
    "MessagePassing, ASSERTION",
    "StoreBuffering, ASSERTION",
    "IndependentReads, ASSERTION",
    "LoadBuffering, DATA_RACE",
    "CoherentReads, DATA_RACE",
    "HalfWritten, ASSERTION",
    "HandedOut, ASSERTION",
    "EarlyThis, ASSERTION",
    "DoubleChecked, ASSERTION",
    "HolderClass, ASSERTION",
    "InitCycle, DEADLOCK",
    "CasLoop, ASSERTION",
    "PileOfCards, ASSERTION",
  })
  void everyScenarioFailsForTheReasonItWasWrittenFor(String type, FailureKind kind) {
    var subject = Subject.named("_14_memory." + type + "$Broken");
    var verdict = Explorer.explore(subject, Budget.DEFAULT.withPatience(LONG));
    assertEquals(kind, assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).kind());
  }

  /// The page says that the explorer gives no read a value from the future, and lets no thread see
  /// a field go back. When that changes, change the page.
  @Test
  void whatThePageCallsUntriedIsNotFound() throws Exception {
    var seen = run(new UntriedTrials(), Map.of("trials", "100"));
    var future = seen.fact("explore finds, load buffering, plain").orElseThrow();
    var past = seen.fact("explore finds, coherence, plain").orElseThrow();
    assertFalse(List.of(future.split(" / ")).contains("1, 1"), future);
    for (var back : List.of("1, 0", "2, 0", "2, 1")) {
      assertFalse(List.of(past.split(" / ")).contains(back), past);
    }
  }

  @Test
  void aVolatileFlagIsSeenHoweverLongTheWorkerHasLooped() throws Exception {
    var flag = new StopFlag.Mended();
    var worker = CompletableFuture.supplyAsync(() -> flag.work(Long.MAX_VALUE));
    flag.stop();
    assertTrue(worker.get());
  }

  @Test
  void aPlainWorkerEndsWithItsRounds() {
    assertFalse(new StopFlag.Broken().work(1_000));
  }

  @Test
  void theInitialisersWaitForEachOtherEvenIfNobodyWatches() throws Exception {
    var seen = run(new InitDeadlockTrial(), Map.of("watch", "0"));
    assertEquals("nothing: both go on waiting", seen.answer());
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm().within(LONG);
    var result = Run.start("memory/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    return result.observations();
  }
}
