package _14_memory.lab;

import _14_memory.IndependentReads;
import java.util.ArrayList;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// Two threads write a field each, and two others read both fields, in opposite orders.
public final class IndependentReadsTrials extends LitmusTrials {
  private static final String DISAGREE = "10, 10";
  private static final String MEANING = "one saw only x, the other only y";

  @Override
  public String id() {
    return "independent-reads";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "plain",
            rows(LitmusRow.interesting(DISAGREE, MEANING)),
            IndependentReads.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new IndependentReads.Broken(), outcome)),
        new LitmusVariant(
            "volatile",
            rows(LitmusRow.forbidden(DISAGREE, MEANING)),
            IndependentReads.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new IndependentReads.Mended(), outcome)));
  }

  private static List<LitmusRow> rows(LitmusRow disagree) {
    var rows = new ArrayList<LitmusRow>();
    for (var one : List.of("00", "01", "10", "11")) {
      for (var two : List.of("00", "01", "10", "11")) {
        var outcome = one + ", " + two;
        if (!outcome.equals(DISAGREE)) {
          rows.add(LitmusRow.acceptable(outcome, "they agree, or can't tell"));
        }
      }
    }
    rows.add(disagree);
    return rows;
  }

  @Override
  Findings answer(LitmusTable table) {
    if (table.canEnd("volatile", DISAGREE)) {
      return Findings.answer("yes, even if x and y are volatile");
    }
    return Findings.answer(
        table.canEnd("plain", DISAGREE) ? "yes, unless x and y are volatile" : "no");
  }
}
