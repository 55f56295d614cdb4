package _14_memory.lab;

import _14_memory.LitmusByMode;
import _14_memory.MemoryOrder;
import java.util.ArrayList;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// Two litmus tests in all four access modes.
public final class AccessModeTrials extends LitmusTrials {
  private static final String PASSING = "message passing, ";
  private static final String BUFFERING = "store buffering, ";

  @Override
  public String id() {
    return "access-modes";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    var variants = new ArrayList<LitmusVariant>();
    for (var mode : MemoryOrder.values()) {
      var name = mode.name();
      variants.add(
          new LitmusVariant(
              PASSING + mode,
              passingRows(mode.compareTo(MemoryOrder.RELEASE_ACQUIRE) < 0),
              () -> LitmusByMode.messagePassing(name),
              outcome -> () -> LitmusVariant.refuse(LitmusByMode.messagePassing(name), outcome)));
    }
    for (var mode : MemoryOrder.values()) {
      var name = mode.name();
      variants.add(
          new LitmusVariant(
              BUFFERING + mode,
              bufferingRows(mode.compareTo(MemoryOrder.VOLATILE) < 0),
              () -> LitmusByMode.storeBuffering(name),
              outcome -> () -> LitmusVariant.refuse(LitmusByMode.storeBuffering(name), outcome)));
    }
    return variants;
  }

  private static List<LitmusRow> passingRows(boolean weak) {
    return List.of(
        LitmusRow.acceptable("0, 0", "the flag isn't set"),
        LitmusRow.acceptable("1, 1", "the flag, and the data"),
        odd("1, 0", weak, "the flag without the data"));
  }

  private static List<LitmusRow> bufferingRows(boolean weak) {
    return List.of(
        LitmusRow.acceptable("0, 1", "left came first"),
        LitmusRow.acceptable("1, 0", "right came first"),
        LitmusRow.acceptable("1, 1", "both wrote before either read"),
        odd("0, 0", weak, "neither sees the other's 1"));
  }

  private static LitmusRow odd(String outcome, boolean weak, String meaning) {
    return weak ? LitmusRow.interesting(outcome, meaning) : LitmusRow.forbidden(outcome, meaning);
  }

  @Override
  Findings answer(LitmusTable table) {
    var passing = !table.canEnd(PASSING + MemoryOrder.RELEASE_ACQUIRE, "1, 0");
    var buffering = !table.canEnd(BUFFERING + MemoryOrder.RELEASE_ACQUIRE, "0, 0");
    if (passing) {
      return Findings.answer(buffering ? "both" : "only message passing");
    }
    return Findings.answer(buffering ? "only store buffering" : "neither");
  }
}
