package workbook.run;

import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;

/// An experiment of the tests: only what it does matters.
interface Sample extends Experiment {
  @Override
  default String id() {
    return "sample";
  }

  @Override
  default List<Chart> charts() {
    return List.of();
  }

  @Override
  default Findings findings(Parameters with, Observations seen) {
    return Findings.NONE.claim("It returns.", true, "it did");
  }
}
