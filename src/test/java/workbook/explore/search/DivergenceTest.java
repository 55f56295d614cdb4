package workbook.explore.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;

/// A program that is not the same in each run is the explorer's fault, and it says so.
@Tag("fast")
final class DivergenceTest {
  private static final SearchBounds BOUNDS =
      new SearchBounds(2, 1_000, 1_000_000, 0, 1, Duration.ofMinutes(10), true, false, false);

  @Test
  void aChoiceThatWasNotThereBeforeIsReported() {
    assertDiverges(run -> run % 3 == 2);
  }

  @Test
  void aChoiceThatIsMissingIsReported() {
    assertDiverges(run -> run < 2);
  }

  @Test
  void aProgramThatIsTheSameInEachRunPasses() {
    var result = Engine.search(programs(_ -> true), BOUNDS);
    assertEquals(new ExecutionResult.Passed(), result.result());
  }

  /// The second run is cut before it comes to the decision in which it differs from the first.
  @Test
  void aRunThatTheClockCutsHasNotDiverged() {
    var runs = new AtomicInteger();
    var result =
        Engine.search(
            () -> {
              var search = Thread.currentThread();
              var late = runs.getAndIncrement() == 1;
              return () -> {
                if (late) {
                  search.interrupt();
                  callAThousandMethods();
                }
                Kernel.spawn("T1", null, Kernel::yieldNow);
                Kernel.yieldNow();
              };
            },
            BOUNDS);
    assertEquals(new ExecutionResult.Passed(), result.result());
    assertEquals(SearchResult.End.OUT_OF_TIME, result.end());
    assertEquals(1, result.schedules());
  }

  private static void callAThousandMethods() {
    for (var n = 0; n < 1_000; n++) {
      Hooks.methodEntered();
    }
  }

  private static void assertDiverges(IntPredicate withThirdThread) {
    var result = Engine.search(programs(withThirdThread), BOUNDS).result();
    var refused = assertInstanceOf(ExecutionResult.Refused.class, result, result::toString);
    assertTrue(refused.what().contains("a fault of the explorer"), refused::what);
  }

  /// A program of two threads, in some runs of three.
  private static Supplier<Runnable> programs(IntPredicate withThirdThread) {
    var runs = new AtomicInteger();
    return () -> {
      var third = withThirdThread.test(runs.getAndIncrement());
      return () -> {
        Kernel.spawn("T1", null, Kernel::yieldNow);
        if (third) {
          Kernel.spawn("T2", null, Kernel::yieldNow);
        }
        Kernel.yieldNow();
      };
    };
  }
}
