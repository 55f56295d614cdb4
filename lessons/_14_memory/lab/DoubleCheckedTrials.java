package _14_memory.lab;

import _14_memory.DoubleChecked;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// Two threads ask for an object that is made when it's first needed.
public final class DoubleCheckedTrials extends LitmusTrials {
  private static final List<String> INCOMPLETE = List.of("0, 42", "42, 0");

  @Override
  public String id() {
    return "double-checked";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "plain",
            rows(
                LitmusRow.interesting(INCOMPLETE.getFirst(), "left's is incomplete"),
                LitmusRow.interesting(INCOMPLETE.getLast(), "right's is incomplete")),
            DoubleChecked.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new DoubleChecked.Broken(), outcome)),
        new LitmusVariant(
            "volatile",
            rows(
                LitmusRow.forbidden(INCOMPLETE.getFirst(), "left's is incomplete"),
                LitmusRow.forbidden(INCOMPLETE.getLast(), "right's is incomplete")),
            DoubleChecked.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new DoubleChecked.Mended(), outcome)));
  }

  private static List<LitmusRow> rows(LitmusRow left, LitmusRow right) {
    return List.of(
        LitmusRow.acceptable("42, 42", "both are complete"),
        left,
        right,
        LitmusRow.forbidden("0, 0", "one of them made it, and saw that"));
  }

  @Override
  Findings answer(LitmusTable table) {
    if (INCOMPLETE.stream().anyMatch(outcome -> table.canEnd("volatile", outcome))) {
      return Findings.answer("yes, even if the field is volatile");
    }
    var odd = INCOMPLETE.stream().anyMatch(outcome -> table.canEnd("plain", outcome));
    return Findings.answer(odd ? "yes, unless the field is volatile" : "no");
  }
}
