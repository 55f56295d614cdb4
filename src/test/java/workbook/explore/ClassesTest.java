package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A correct program over each blocking class holds under every schedule.
@Tag("fast")
final class ClassesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "latch",
        "barrier",
        "phaser",
        "exchanger",
        "semaphore",
        "arrayBlockingQueue",
        "linkedBlockingDeque",
        "priorityBlockingQueue",
        "synchronousQueue",
        "linkedTransferQueue",
        "delayQueue",
        "readWriteLock",
        "stampedLock",
        "ownSynchroniser",
        "completionService",
        "scheduledPool",
        "invokeAll",
        "futureTimesOut",
        "orTimeout",
        "forkJoin",
        "threadLocals",
        "atomics",
        "synchronizedCollections",
        "copyOnWrite",
        "sleepingInOrder",
        "builders"
      })
  void aCorrectProgramHolds(String name) {
    var subject = Subject.named("programs.Classes::" + name);
    var verdict = Explorer.explore(subject, Budget.DEFAULT.withPreemptions(1));
    assertInstanceOf(
        Verdict.Holds.class,
        verdict,
        () ->
            verdict instanceof Verdict.Fails fails
                ? fails.says() + "\n" + fails.trace()
                : verdict.says());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ofEachKind", "ofACollector"})
  void aHashMapIsWhatTheJdkMakesOfIt(String name) {
    var subject = Subject.named("programs.HashMaps::" + name);
    var verdict = Explorer.explore(subject, Budget.DEFAULT);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobodyWaitsForTheLock",
        "nobodyWaitsForThePermit",
        "nobodyWaitsToWrite",
        "nobodyTakesAllPermits",
      })
  void whoeverAsksMaySeeAnotherOneWait(String name) {
    var verdict = Explorer.explore(Subject.named("programs.Queued::" + name), Budget.DEFAULT);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(FailureKind.ASSERTION, fails.kind(), fails.says());
    assertEquals(1, fails.preemptions(), fails.says());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untilSomebodyWaits",
        "whoIsSignalledWaitsForTheLock",
        "whoGivesUpWaitsNoMore",
        "untilSomebodyWaitsToRead",
        "untilSomebodyWaitsForAPermit",
      })
  void whoWaitsForALockIsKnown(String name) {
    var verdict = Explorer.explore(Subject.named("programs.Queued::" + name), Budget.DEFAULT);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latchTooEarly",
        "barrierPassedBefore",
        "twoPermits",
        "writesUnderTheReadLock",
        "optimisticReadUnchecked",
        "givesUpTooSoon",
        "forkedTasksShare"
      })
  void aBrokenProgramFails(String name) {
    var verdict =
        Explorer.explore(Subject.named("programs.BrokenClasses::" + name), Budget.DEFAULT);
    assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }
}
