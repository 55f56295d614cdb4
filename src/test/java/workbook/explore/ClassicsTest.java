package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import programs.Classics;

/// The search is near the optimum: of schedules that differ only in the order of steps that do not
/// depend on each other, it runs one.
@Tag("slow")
final class ClassicsTest {
  /// @param differ how many schedules differ
  @ParameterizedTest
  @CsvSource({
    "incr, 5, 120",
    "readers, 6, 64",
    "readers, 8, 256",
    "lastzero, 5, 64",
    "independent, 4, 1",
    "indexer, 12, 8",
    "filesystem, 14, 2",
    "sections, 2, 20",
    "sections, 3, 1680",
  })
  void eachScheduleThatDiffersIsRunOnce(String program, int n, long differ) {
    var verdict = Explorer.explore(Classics.of(program, n));
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertEquals(Coverage.EVERY, holds.coverage(), holds::says);
    assertEquals(differ, holds.schedules());
    assertTrue(holds.pruned() <= differ / 8, holds.pruned() + " runs were cut");
  }

  @Test
  void whatComesBeforeAWaitInTheSameStepMayComeEarlier() {
    assertInstanceOf(Verdict.Fails.class, Explorer.explore(Classics::looksThenJoins));
  }
}
