package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When two wake-ups meet, each of them may be the one that counts.
@Tag("fast")
final class CrossingTest {
  private static final String GONE =
      " waits to be unparked again, since the permit it had went while it waited";

  /// JLS 17.2.3 and 17.2.4; `Condition` leaves the same freedom. A wait that ends by a notification
  /// leaves the interrupt pending.
  @ParameterizedTest
  @CsvSource({
    "notifies, 'thrown, told and interrupted'",
    "notifiesAll, 'thrown, told and interrupted'",
    "signals, 'thrown, told and interrupted'",
    "signalsAll, 'thrown, told and interrupted'",
    "signalsWhoIgnoresInterrupts, told and interrupted",
  })
  void anInterruptedWaiterThatIsToldMayThrow(String program, String ends) {
    FinalStates.take();
    holds(program);
    assertEquals(Set.of(ends.split(", ")), FinalStates.take());
  }

  /// The waits of `java.util.concurrent` park their thread, and that takes whatever permit there
  /// is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "parksAfterLock",
        "parksAfterLockInterruptibly",
        "parksAfterTimedLock",
        "parksAfterCondition",
        "parksAfterAcquire",
        "parksAfterLatch",
        "parksAfterTake",
        "parksAfterJoiningAVirtualThread",
        "parksAfterAPermitMeanwhile",
      })
  void aPermitMayGoWhileAThreadWaitsForSomethingElse(String program) {
    var fails = assertInstanceOf(Verdict.Fails.class, explore(program), program);
    assertTrue(fails.facts().toString().contains(GONE), fails.facts()::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"parksAfterSynchronized", "parksAfterJoin", "parksAfterSleep", "looksAndParks"})
  void aPermitStaysWhereNobodyParks(String program) {
    holds(program);
  }

  private static void holds(String program) {
    var verdict = explore(program);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named("programs.Crossing::" + program), Budget.DEFAULT);
  }
}
