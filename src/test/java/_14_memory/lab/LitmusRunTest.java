package _14_memory.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _14_memory.CasLoop;
import _14_memory.LitmusProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Parameters;

/// A litmus test on real threads: each run is counted once, and each table has a row for all that
/// could come.
@Tag("fast")
class LitmusRunTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 2_000, 2_001, 4_321})
  void everyRunIsCountedOnce(int runs) throws Exception {
    assertEquals(Map.of("2", (long) runs), LitmusRun.count(CasLoop.Mended::new, runs));
  }

  @Test
  void whatAThreadThrowsComesOut() {
    var thrown = assertThrows(ExecutionException.class, () -> LitmusRun.count(Thrower::new, 1));
    assertEquals("on purpose", thrown.getCause().getMessage());
  }

  private static final class Thrower implements LitmusProgram {
    @Override
    public List<Body> bodies() {
      return List.of(
          () -> {
            throw new IllegalStateException("on purpose");
          });
    }

    @Override
    public String outcome() {
      return "";
    }
  }

  /// Ten thousand trials a program, and no outcome without a row.
  @Test
  void everyOutcomeOfRealThreadsHasARow() throws Exception {
    for (var table :
        List.of(
            new MessagePassingTrials(),
            new StoreBufferingTrials(),
            new IndependentReadsTrials(),
            new AccessModeTrials(),
            new UntriedTrials(),
            new HalfWrittenTrials(),
            new PublicationTrials(),
            new DoubleCheckedTrials(),
            new PileTrials())) {
      check(table, Parameters.defaults(table.parameters()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chain", "program-order", "lock", "start", "join", "interrupt", "queue"})
  void everyRuleHasItsTable(String rule) throws Exception {
    var table = new HappensBeforeTrials();
    check(table, Parameters.of(table.parameters(), Map.of("rule", rule)));
  }

  private static void check(LitmusTrials table, Parameters with) throws Exception {
    for (var variant : table.variants(with)) {
      var seen = new HashMap<>(LitmusRun.count(variant.fresh(), 10_000));
      for (var row : variant.rows()) {
        var count = seen.remove(row.outcome());
        assertTrue(count == null || row.isAllowed(), table.id() + ", " + variant.name() + row);
      }
      assertEquals(Map.of(), seen, table.id() + ", " + variant.name());
    }
  }
}
