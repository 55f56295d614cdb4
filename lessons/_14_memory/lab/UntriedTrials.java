package _14_memory.lab;

import _14_memory.CoherentReads;
import _14_memory.LoadBuffering;
import java.util.ArrayList;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// Two litmus tests whose odd outcome is allowed, but of a kind that the explorer doesn't try.
public final class UntriedTrials extends LitmusTrials {
  private static final String FUTURE = "load buffering, plain";
  private static final String BACKWARDS = "coherence, plain";

  @Override
  public String id() {
    return "future-and-past";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            FUTURE,
            future(LitmusRow.untried("1, 1", "both saw what was written later")),
            LoadBuffering.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new LoadBuffering.Broken(), outcome)),
        new LitmusVariant(
            "load buffering, volatile",
            future(LitmusRow.forbidden("1, 1", "both saw what was written later")),
            LoadBuffering.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new LoadBuffering.Mended(), outcome)),
        new LitmusVariant(
            BACKWARDS,
            numbers(true),
            CoherentReads.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new CoherentReads.Broken(), outcome)),
        new LitmusVariant(
            "coherence, volatile",
            numbers(false),
            CoherentReads.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new CoherentReads.Mended(), outcome)));
  }

  private static List<LitmusRow> future(LitmusRow both) {
    return List.of(
        LitmusRow.acceptable("0, 0", "both read first"),
        LitmusRow.acceptable("0, 1", "left came first"),
        LitmusRow.acceptable("1, 0", "right came first"),
        both);
  }

  private static List<LitmusRow> numbers(boolean plain) {
    var rows = new ArrayList<LitmusRow>();
    for (var outcome : List.of("0, 0", "0, 1", "0, 2", "1, 1", "1, 2", "2, 2")) {
      rows.add(LitmusRow.acceptable(outcome, "the number grows"));
    }
    for (var outcome : List.of("1, 0", "2, 0", "2, 1")) {
      var meaning = "back to an older number";
      rows.add(plain ? LitmusRow.untried(outcome, meaning) : LitmusRow.forbidden(outcome, meaning));
    }
    return rows;
  }

  @Override
  Findings answer(LitmusTable table) {
    var future = table.canEnd(FUTURE, "1, 1");
    var past = List.of("1, 0", "2, 0", "2, 1").stream().anyMatch(o -> table.canEnd(BACKWARDS, o));
    if (future) {
      return Findings.answer(past ? "both" : "only the first");
    }
    return Findings.answer(past ? "only the second" : "neither");
  }
}
