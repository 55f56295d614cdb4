package _14_memory.lab;

import _14_memory.HalfWritten;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// One thread writes 64 ones into a long that was 0, and another one reads it.
public final class HalfWrittenTrials extends LitmusTrials {
  private static final List<String> HALVES = List.of("ffffffff00000000", "ffffffff");

  @Override
  public String id() {
    return "half-written";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "plain",
            rows(
                LitmusRow.interesting(HALVES.getFirst(), "only the upper half"),
                LitmusRow.interesting(HALVES.getLast(), "only the lower half")),
            HalfWritten.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new HalfWritten.Broken(), outcome)),
        new LitmusVariant(
            "volatile",
            rows(
                LitmusRow.forbidden(HALVES.getFirst(), "only the upper half"),
                LitmusRow.forbidden(HALVES.getLast(), "only the lower half")),
            HalfWritten.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new HalfWritten.Mended(), outcome)));
  }

  private static List<LitmusRow> rows(LitmusRow upper, LitmusRow lower) {
    return List.of(
        LitmusRow.acceptable("0", "not yet written"),
        LitmusRow.acceptable("ffffffffffffffff", "written"),
        upper,
        lower);
  }

  @Override
  Findings answer(LitmusTable table) {
    if (HALVES.stream().anyMatch(half -> table.canEnd("volatile", half))) {
      return Findings.answer("yes, even if it is volatile");
    }
    var torn = HALVES.stream().anyMatch(half -> table.canEnd("plain", half));
    return Findings.answer(torn ? "yes, unless it is volatile" : "no");
  }
}
