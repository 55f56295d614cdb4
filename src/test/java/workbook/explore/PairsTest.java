package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Twenty-five broken programs and their mended twins: each is told from the other, and why.
@Tag("fast")
final class PairsTest {
  @ParameterizedTest
  @CsvSource({
    "LostUpdate, ASSERTION, 1",
    "VolatileInc, ASSERTION, 1",
    "AtomicGetSet, ASSERTION, 1",
    "CheckThenAct, ASSERTION, 1",
    "LockOrder, DEADLOCK, 1",
    "TryLockTimeout, DEADLOCK, 1",
    "TryLockIgnored, ASSERTION, 2",
    "IfNotWhile, EXCEPTION, 1",
    "MissedSignal, LOST_WAKEUP, 1",
    "NotifyOne, LOST_WAKEUP, 0",
    "SemaphoreMisuse, ASSERTION, 1",
    "InterruptSwallowed, DEADLOCK, 1",
    "DclNoSecondCheck, ASSERTION, 1",
    "ParkOnce, ASSERTION, 0",
    "QueueCheckTake, LOST_WAKEUP, 1",
    "ExecutorList, DATA_RACE, 0",
    "PoolStarvation, DEADLOCK, 0",
    "AwaitTimeout, ASSERTION, 1",
    "RwUpgrade, DEADLOCK, 0",
    "VirtualThreads, ASSERTION, 1",
    "FutureRace, ASSERTION, 1",
    "DclNoVolatile, ASSERTION, 1",
    "UnsafePublication, ASSERTION, 1",
    "StopFlag, NO_PROGRESS, 1",
    "LongTearing, ASSERTION, 1",
  })
  void brokenFailsAndMendedHolds(String name, FailureKind kind, int preemptions) {
    var broken = explore(name + "::bad");
    var fails = assertInstanceOf(Verdict.Fails.class, broken, broken::says);
    assertEquals(kind, fails.kind(), fails.says());
    assertEquals(preemptions, fails.preemptions(), fails.says());

    var mended = explore(name + "::good");
    var holds = assertInstanceOf(Verdict.Holds.class, mended, mended::says);
    assertTrue(holds.complete(), holds.says());
  }

  /// One field in it is guarded by two different locks; everything else is right.
  @Test
  void everyFeatureOfTheLanguageLoadsAndTheOneRaceIsFound() {
    var verdict = explore("Tricky::make");
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(FailureKind.DATA_RACE, fails.kind());
    assertTrue(fails.says().contains("Tricky.st"), fails.says());
  }

  private static Verdict explore(String scenario) {
    return Explorer.explore(Subject.named("scenarios." + scenario), Budget.DEFAULT);
  }
}
