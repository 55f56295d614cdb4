package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spinning, yielding and sleeping are hints; and what goes round in circles is told from what only
/// takes long.
@Tag("fast")
final class HintsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "looksTenTimes",
        "looksAThousandTimes",
        "looksAndYields",
        "looksAndYieldsForLong",
        "looksAndSpins",
        "looksAndSleeps",
        "looksAndParks",
        "looksAgainAfterAYield",
        "comesBackFirst",
        "givesUpTooEarly",
      })
  void nobodyPromisesThatTheOthersRunMeanwhile(String program) {
    fails("programs.Hints::" + program, FailureKind.ASSERTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spins",
        "spinsAndCounts",
        "spinsAndKeepsNotes",
        "waitsForEachOther",
        "asksInsideALock",
        "walksAList",
      })
  void whatWaitsByLookingEndsWhenTheOthersHaveTheirTurn(String program) {
    holds("programs.Hints::" + program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "countsForAWhile",
        "spinsForAWhile",
        "bothSpinForAWhile",
        "givesUpInTime",
        "sleepsMeanwhile",
      })
  void timePassesForWhoeverLooksAtTheClock(String program) {
    holds("programs.Hints::" + program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"countsAlone", "countsTogether"})
  void whatTakesLongIsNoFault(String program) {
    assertInstanceOf(Verdict.Holds.class, explore("programs.Hints::" + program), program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"aDaemonSpins", "aDaemonTicks", "aVirtualThreadWorksOn", "aDaemonPoolTicks"})
  void daemonsEndWithTheProgram(String program) {
    holds("programs.Circles::" + program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobodySets",
        "nobodySetsAndItCounts",
        "nobodySetsWhatWasCounted",
        "bothWaitForTheOther",
        "theLockIsNeverGivenBack",
        "anOldValueForEver",
        "interruptsItselfInAWait",
        "interruptsItselfInALoopOfLocks",
        "interruptsItselfAtACondition",
        "interruptsItselfAtASemaphore",
      })
  void whatGoesRoundInCirclesMakesNoProgress(String program) {
    fails("programs.Circles::" + program, FailureKind.NO_PROGRESS);
  }

  private static void fails(String program, FailureKind kind) {
    var verdict = explore(program);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(kind, fails.kind(), fails::says);
  }

  private static void holds(String program) {
    var verdict = explore(program);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertTrue(holds.complete(), holds::says);
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named(program), Budget.DEFAULT);
  }
}
