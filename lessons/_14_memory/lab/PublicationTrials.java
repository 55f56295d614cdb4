package _14_memory.lab;

import _14_memory.EarlyThis;
import _14_memory.FinalHandedOut;
import _14_memory.HandedOut;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// One thread makes an object that others find in a field; another one looks at its number.
public final class PublicationTrials extends LitmusTrials {
  private static final String INCOMPLETE = "0";
  private static final String FINAL = "final number, plain field";
  private static final String VOLATILE = "ordinary number, volatile field";
  private static final String MEANING = "found, but incomplete";

  @Override
  public String id() {
    return "publication";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            "ordinary number, plain field",
            rows(LitmusRow.interesting(INCOMPLETE, MEANING)),
            HandedOut.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new HandedOut.Broken(), outcome)),
        new LitmusVariant(
            FINAL,
            rows(LitmusRow.forbidden(INCOMPLETE, MEANING)),
            FinalHandedOut::new,
            outcome -> () -> LitmusVariant.refuse(new FinalHandedOut(), outcome)),
        new LitmusVariant(
            VOLATILE,
            rows(LitmusRow.forbidden(INCOMPLETE, MEANING)),
            HandedOut.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new HandedOut.Mended(), outcome)),
        new LitmusVariant(
            "final number, this escapes",
            rows(LitmusRow.interesting(INCOMPLETE, MEANING)),
            EarlyThis.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new EarlyThis.Broken(), outcome)));
  }

  private static List<LitmusRow> rows(LitmusRow incomplete) {
    return List.of(
        LitmusRow.acceptable("not told", "the field was still null"),
        LitmusRow.acceptable("42", "found, and complete"),
        incomplete);
  }

  @Override
  Findings answer(LitmusTable table) {
    if (!table.canEnd(FINAL, INCOMPLETE)) {
      return Findings.answer("no");
    }
    return Findings.answer(
        table.canEnd(VOLATILE, INCOMPLETE)
            ? "yes, even if shared is volatile"
            : "yes, unless shared is volatile");
  }
}
