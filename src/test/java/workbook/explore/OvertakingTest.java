package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Rivals;

/// A thread that gives up after some tries is found out, however many they are.
@Tag("fast")
class OvertakingTest {
  private static final int OFTEN = 1_000;
  private static final Budget BUDGET = Budget.DEFAULT.withinBound();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 37, 400})
  void whoeverGivesUpFails(int tries) {
    assertLeast(LambdaTarget.exploration(Rivals.mainGivesUp(tries)), tries);
    assertLeast(LambdaTarget.exploration(Rivals.otherGivesUp(tries)), tries);
  }

  /// No fewer times do, and the schedule tells the same.
  private static void assertLeast(Exploration exploration, int tries) {
    var fails = assertInstanceOf(Verdict.Fails.class, exploration.overtake(OFTEN, BUDGET));
    assertEquals("the sum is " + 3 * tries, fails.cause().getMessage());
    var times = fails.preemptions();
    assertTrue(times >= tries && times <= 2 * tries + 2, () -> times + " times");
    var replayed = exploration.replay(fails.schedule());
    assertEquals(fails.trace().toString(), replayed.toString());
    if (times > 1) {
      var fewer = exploration.overtake(times - 1, BUDGET);
      assertInstanceOf(Verdict.Holds.class, fewer, fewer::says);
    }
  }

  @Test
  void aSearchThroughAllSchedulesDoesNotComeThatFar() {
    var verdict = Explorer.explore(Rivals.mainGivesUp(5), BUDGET);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @Test
  void whoeverTriesOnHolds() {
    var exploration = LambdaTarget.exploration(Rivals.nobodyGivesUp(500));
    var holds = assertInstanceOf(Verdict.Holds.class, exploration.overtake(OFTEN, BUDGET));
    assertTrue(holds.schedules() > 15, holds::says);
  }
}
