package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

@Tag("fast")
class ExperimentCellTest {
  /// Its claim holds for even sizes.
  public static final class Sizes implements Experiment {
    @Override
    public String id() {
      return "sizes";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter.Count("size", 2, 1, 10, "things"));
    }

    @Override
    public RunPlan plan() {
      return RunPlan.once().inThisJvm();
    }

    @Override
    public List<Chart> charts() {
      return List.of(new Chart.Bars("How big it was", "size", false));
    }

    @Override
    public void run(Parameters with, Recorder record) {
      record.sample("size", "things", "box", with.count("size"));
    }

    @Override
    public Findings findings(Parameters with, Observations seen) {
      return Findings.NONE.claim("It is even.", with.count("size") % 2 == 0, "");
    }
  }

  @Test
  void theFirstChartIsDrawnBelowItsTitle() throws Exception {
    var lines = ExperimentCell.chart(new Sizes(), "size=4").lines().toList();
    assertEquals("How big it was", lines.getFirst());
    assertEquals("  box │" + "█".repeat(60) + " 4 things", lines.getLast());
  }

  @Test
  void whatIsWrongIsSaid() {
    says("workbook.notebook/sizes: a claim did not hold", IllegalStateException.class, "size=3");
    says(
        "--size must be from 1 to 10 things, not '11'.", IllegalArgumentException.class, "size=11");
    says(
        "There is no parameter --sise. It takes --size.", IllegalArgumentException.class, "sise=2");
  }

  private static void says(String message, Class<? extends Exception> kind, String setting) {
    assertEquals(
        message, assertThrows(kind, () -> ExperimentCell.chart(new Sizes(), setting)).getMessage());
  }
}
