package _14_memory.lab;

import _14_memory.StoreBuffering;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// Each of two threads writes its own field, then reads the other one's.
public final class StoreBufferingTrials extends LitmusTrials {
  private static final String NEITHER = "0, 0";

  @Override
  public String id() {
    return "store-buffering";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "plain",
            rows(LitmusRow.interesting(NEITHER, "neither sees the other's 1")),
            StoreBuffering.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new StoreBuffering.Broken(), outcome)),
        new LitmusVariant(
            "volatile",
            rows(LitmusRow.forbidden(NEITHER, "neither sees the other's 1")),
            StoreBuffering.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new StoreBuffering.Mended(), outcome)));
  }

  private static List<LitmusRow> rows(LitmusRow neither) {
    return List.of(
        LitmusRow.acceptable("0, 1", "left came first"),
        LitmusRow.acceptable("1, 0", "right came first"),
        LitmusRow.acceptable("1, 1", "both wrote before either read"),
        neither);
  }

  @Override
  Findings answer(LitmusTable table) {
    if (table.canEnd("volatile", NEITHER)) {
      return Findings.answer("yes, even if x and y are volatile");
    }
    return Findings.answer(
        table.canEnd("plain", NEITHER) ? "yes, unless x and y are volatile" : "no");
  }
}
