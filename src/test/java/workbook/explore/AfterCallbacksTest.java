package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.AfterCallbacks;

/// When library code has called back, what it does next is a step of its own: others may come
/// between the last step of a task and that.
@Tag("fast")
class AfterCallbacksTest {
  private static final Map<String, Program> PROGRAMS =
      Map.of(
          "latch", AfterCallbacks::latch,
          "lambda", AfterCallbacks::lambda,
          "semaphore", AfterCallbacks::semaphore,
          "field", AfterCallbacks::field,
          "thrown", AfterCallbacks::thrown);

  @ParameterizedTest
  @ValueSource(strings = {"latch", "lambda", "semaphore", "field", "thrown"})
  void othersMayComeBeforeTheFutureIsDone(String program) {
    var verdict = Explorer.explore(PROGRAMS.get(program));
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertTrue(fails.says().contains("told, and not done"), fails.says());
  }

  @Test
  void whoWaitsForTheFutureFindsItDone() {
    var verdict = Explorer.explore(AfterCallbacks::mended);
    assertTrue(verdict instanceof Verdict.Holds holds && holds.complete(), verdict::says);
  }
}
