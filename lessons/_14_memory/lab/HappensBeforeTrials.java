package _14_memory.lab;

import _14_memory.InterruptRule;
import _14_memory.JoinRule;
import _14_memory.LitmusProgram;
import _14_memory.PassedOn;
import _14_memory.QueueRule;
import _14_memory.SameLock;
import _14_memory.StartRule;
import _14_memory.WriteOrder;
import java.util.ArrayList;
import java.util.List;
import workbook.Findings;
import workbook.Parameter;
import workbook.Parameters;

/// One thread writes data and lets another know: by a rule of happens-before, and beside it.
public final class HappensBeforeTrials extends LitmusTrials {
  private static final String RULE = "rule";
  private static final String BROKEN = "broken";
  private static final String MENDED = "mended";

  @Override
  public String id() {
    return "happens-before";
  }

  @Override
  List<Parameter> choices() {
    return List.of(
        new Parameter.Choice(
            RULE, "chain", "program-order", "lock", "start", "join", "interrupt", "queue"));
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(variant(with.choice(RULE), false), variant(with.choice(RULE), true));
  }

  private static LitmusVariant variant(String rule, boolean mended) {
    return new LitmusVariant(
        mended ? MENDED : BROKEN,
        rows(!List.of("start", "join").contains(rule), mended),
        () -> fresh(rule, mended),
        outcome -> () -> LitmusVariant.refuse(fresh(rule, mended), outcome));
  }

  private static LitmusProgram fresh(String rule, boolean mended) {
    return switch (rule) {
      case "program-order" -> mended ? new WriteOrder.Mended() : new WriteOrder.Broken();
      case "lock" -> mended ? new SameLock.Mended() : new SameLock.Broken();
      case "start" -> mended ? new StartRule.Mended() : new StartRule.Broken();
      case "join" -> mended ? new JoinRule.Mended() : new JoinRule.Broken();
      case "interrupt" -> mended ? new InterruptRule.Mended() : new InterruptRule.Broken();
      case "queue" -> mended ? new QueueRule.Mended() : new QueueRule.Broken();
      default -> mended ? new PassedOn.Mended() : new PassedOn.Broken();
    };
  }

  private static List<LitmusRow> rows(boolean mayMiss, boolean mended) {
    var rows = new ArrayList<LitmusRow>();
    if (mayMiss) {
      rows.add(LitmusRow.acceptable("not told", "it looked too early"));
    }
    rows.add(LitmusRow.acceptable("42", "it saw the data"));
    var meaning = "it didn't see the data";
    rows.add(mended ? LitmusRow.forbidden("0", meaning) : LitmusRow.interesting("0", meaning));
    return rows;
  }

  @Override
  Findings answer(LitmusTable table) {
    if (table.canEnd(MENDED, "0")) {
      return Findings.answer("yes, even with two volatile flags");
    }
    return Findings.answer(
        table.canEnd(BROKEN, "0") ? "yes, unless both flags are volatile" : "no");
  }
}
