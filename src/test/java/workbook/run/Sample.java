package workbook.run;

import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Question;

/// An experiment of the tests: only what it does matters.
interface Sample extends Experiment {
  @Override
  default String id() {
    return "sample";
  }

  @Override
  default String title() {
    return "A sample";
  }

  @Override
  default Question question() {
    return new Question.Number("How many?", "things");
  }

  @Override
  default List<Chart> charts() {
    return List.of();
  }

  @Override
  default String explanation() {
    return "";
  }
}
