package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.explore.calls.ConcurrentCalls;

/// What several calls at once may give is what they give one after the other, in some order that
/// the beginnings and ends of the calls allow.
@Tag("fast")
final class ConcurrentCallsTest {
  @Test
  void callsThatTakeTurnsHold() {
    assertInstanceOf(Verdict.Holds.class, explore("locked"));
    assertTrue(((Verdict.Holds) explore("locked")).complete(), explore("locked")::says);
  }

  /// Each call of these would be explained by some order; but not by one in which a call that has
  /// returned stays before one that begins later.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          looksWithoutLock, 'left   add(2) -> 132\nright  total() -> 130\nmain   total() -> 132'
          looksOnce, 'total() -> 0'
          zero, 'main   add(130) -> 130\nleft   total() -> 0\nright  total() -> 0\nmain   total() -> 0'
          inTwoSteps, 'left   add(2) -> 134\nright  add(2) -> 134\nmain   total() -> 134'
          """)
  void whatNoOrderExplainsIsTold(String program, String calls) {
    var failed = assertInstanceOf(Verdict.Fails.class, explore(program));
    var told = failed.says();
    assertTrue(told.contains("no order of these calls explains what came back:\n"), told);
    assertTrue(told.contains(calls), told);
  }

  @Test
  void theStepsOfTheCallsAreShownAndNotWhoMakesThem() {
    var failed = assertInstanceOf(Verdict.Fails.class, explore("looksWithoutLock"));
    assertEquals(0, failed.trace().steps().stream().filter(step -> isOurs(step.file())).count());
    assertTrue(failed.trace().steps().stream().anyMatch(step -> step.file().equals("Called.java")));
  }

  private static boolean isOurs(String file) {
    return file.equals(ConcurrentCalls.class.getSimpleName() + ".java");
  }

  private static Verdict explore(String program) {
    return switch (program) {
      case "locked" -> Explorer.explore(programs.Called::locked);
      case "looksOnce" -> Explorer.explore(programs.Called::looksOnce);
      case "zero" -> Explorer.explore(programs.Called::zero);
      case "inTwoSteps" -> Explorer.explore(programs.Called::inTwoSteps);
      default -> Explorer.explore(programs.Called::looksWithoutLock);
    };
  }
}
