package _14_memory.lab;

import _14_memory.MessagePassing;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// One thread writes data and then a flag; another one reads the flag and then the data.
public final class MessagePassingTrials extends LitmusTrials {
  private static final String FLAG_ONLY = "0";

  @Override
  public String id() {
    return "message-passing";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "plain",
            List.of(
                LitmusRow.acceptable("not told", "the reader came too early"),
                LitmusRow.acceptable("42", "flag and data"),
                LitmusRow.interesting(FLAG_ONLY, "the flag without the data")),
            MessagePassing.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new MessagePassing.Broken(), outcome)),
        new LitmusVariant(
            "volatile",
            List.of(
                LitmusRow.acceptable("not told", "the reader came too early"),
                LitmusRow.acceptable("42", "flag and data"),
                LitmusRow.forbidden(FLAG_ONLY, "the flag without the data")),
            MessagePassing.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new MessagePassing.Mended(), outcome)));
  }

  @Override
  Findings answer(LitmusTable table) {
    if (table.canEnd("volatile", FLAG_ONLY)) {
      return Findings.answer("yes, even if the flag is volatile");
    }
    return Findings.answer(
        table.canEnd("plain", FLAG_ONLY) ? "yes, unless the flag is volatile" : "no");
  }
}
