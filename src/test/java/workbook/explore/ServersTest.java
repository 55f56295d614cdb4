package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that go on for ever are followed for so many steps, and what fails by then is found.
@Tag("slow")
final class ServersTest {
  @ParameterizedTest
  @CsvSource({
    "philosophersBad, DEADLOCK",
    "bufferBad, LOST_WAKEUP",
    "turnsBad, DEADLOCK",
    "serverBad, DATA_RACE",
  })
  void whatFailsOnTheWayIsFound(String program, FailureKind kind) {
    var verdict = explore(program);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(kind, fails.kind(), fails::says);
  }

  @ParameterizedTest
  @ValueSource(strings = {"philosophersGood", "bufferGood", "turnsGood", "serverGood"})
  void whatHoldsSaysHowFar(String program) {
    var verdict = explore(program);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertTrue(holds.depth() > 0, holds::says);
    assertTrue(holds.says().contains("for the first " + holds.depth() + " steps"), holds::says);
    assertFalse(holds.complete(), holds::says);
  }

  /// Its loop is the pool's, so nobody can tell whether it would end some day.
  @Test
  void whatOnlySeemsEndlessIsTooLong() {
    assertInstanceOf(Verdict.TooLong.class, explore("resubmits"));
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named("programs.Servers::" + program), Budget.DEFAULT);
  }
}
