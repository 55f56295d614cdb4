package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Rivals;

/// A thread that gives up after some tries is found out, however many they are.
@Tag("fast")
class OvertakingTest {
  private static final int OFTEN = 200;
  private static final Budget BUDGET = Budget.DEFAULT.withinBound();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 37, 100})
  void whoeverGivesUpFails(int tries) {
    assertFails(LambdaTarget.exploration(Rivals.mainGivesUp(tries)), tries);
    assertFails(LambdaTarget.exploration(Rivals.otherGivesUp(tries)), tries);
  }

  @Test
  void whoeverLooksTwiceIsStoppedAfterTheSecondLook() {
    assertFails(LambdaTarget.exploration(Rivals.looksTwice(5)), 5);
  }

  @Test
  void eachThreadIsOvertakenWithEachValue() {
    assertFails(LambdaTarget.exploration(Rivals.anyGivesUp(7)), 7);
  }

  @Test
  void whereTheTimeIsUpNothingIsSaid() {
    var hurry = BUDGET.withPatience(Duration.ofNanos(1));
    var verdict = LambdaTarget.exploration(Rivals.mainGivesUp(1)).overtake(OFTEN, hurry);
    assertInstanceOf(Verdict.NotFinished.class, verdict, verdict::says);
  }

  /// Hardly more often than it takes, and the schedule tells the same.
  private static void assertFails(Exploration exploration, int tries) {
    var fails = assertInstanceOf(Verdict.Fails.class, exploration.overtake(OFTEN, BUDGET));
    assertEquals("the sum is " + 3 * tries, fails.cause().getMessage());
    var times = fails.preemptions();
    assertTrue(times >= tries && times <= 2 * tries + 2, () -> times + " times");
    var replayed = exploration.replay(fails.schedule());
    assertEquals(fails.trace().toString(), replayed.toString());
  }

  @Test
  void aSearchThroughAllSchedulesDoesNotComeThatFar() {
    var verdict = Explorer.explore(Rivals.mainGivesUp(5), BUDGET);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @Test
  void whoeverTriesOnHolds() {
    var exploration = LambdaTarget.exploration(Rivals.nobodyGivesUp(200));
    var holds = assertInstanceOf(Verdict.Holds.class, exploration.overtake(OFTEN, BUDGET));
    assertTrue(holds.schedules() > 15, holds::says);
  }
}
