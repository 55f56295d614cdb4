package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Comparison;
import workbook.Observations;
import workbook.Result;

@Tag("fast")
class ComparisonReportTest {
  @Test
  void mediansStandBesideEachOther() {
    var first =
        Samples.result(Samples.measured(Samples.bar("thread", 10), Samples.line("lock", 0)));
    var second =
        Samples.result(Samples.measured(Samples.bar("thread", 25), Samples.line("lock", 3)));
    assertEquals(
        """
        Six ways to count: first and second run

          quantity            of       first  second  ratio
          ──────────────────  ───────  ─────  ──────  ─────
          time to start (µs)  thread      10      25   2.50
          lost updates (%)    lock, 1      0       3      -
        """,
        ComparisonReport.text(Comparison.of(first, second), Samples.WIDE));
  }

  @Test
  void whatElseDifferedComesFirst() {
    var first = Samples.result(Observations.NONE);
    var second = Samples.ended(Result.Ending.OVERRAN, "");
    var text = ComparisonReport.text(Comparison.of(first, second), Samples.WIDE);
    assertTrue(text.contains("Ending differs: first COMPLETE, second OVERRAN.\n"), text);
    assertTrue(text.endsWith("The two runs have no measurement in common.\n"), text);
  }
}
