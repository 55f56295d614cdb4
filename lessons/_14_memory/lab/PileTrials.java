package _14_memory.lab;

import _14_memory.CasLoop;
import _14_memory.PileOfCards;
import java.util.List;
import workbook.Findings;
import workbook.Parameters;

/// What `compareAndSet` lets through: a count by two threads, and a pile of cards.
public final class PileTrials extends LitmusTrials {
  private static final String COMPLETE = "ace, jack, queen";
  private static final String TWICE = "ace, jack, queen, queen";
  private static final String NO_STAMP = "cards, stamp stays";
  private static final String STAMP = "cards, stamp grows";

  @Override
  public String id() {
    return "aba";
  }

  @Override
  List<LitmusVariant> variants(Parameters with) {
    return List.of(
        new LitmusVariant(
            NO_STAMP,
            List.of(
                LitmusRow.acceptable(COMPLETE, "each card is there once"),
                LitmusRow.interesting(TWICE, "Bob has the queen, and so has the pile")),
            PileOfCards.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new PileOfCards.Broken(), outcome)),
        new LitmusVariant(
            STAMP,
            List.of(
                LitmusRow.acceptable(COMPLETE, "each card is there once"),
                LitmusRow.forbidden(TWICE, "Bob has the queen, and so has the pile")),
            PileOfCards.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new PileOfCards.Mended(), outcome)),
        new LitmusVariant(
            "count, tries once",
            List.of(
                LitmusRow.acceptable("2", "both were counted"),
                LitmusRow.interesting("1", "one gave up")),
            CasLoop.Broken::new,
            outcome -> () -> LitmusVariant.refuse(new CasLoop.Broken(), outcome)),
        new LitmusVariant(
            "count, tries again",
            List.of(
                LitmusRow.acceptable("2", "both were counted"),
                LitmusRow.forbidden("1", "one gave up")),
            CasLoop.Mended::new,
            outcome -> () -> LitmusVariant.refuse(new CasLoop.Mended(), outcome)));
  }

  @Override
  Findings answer(LitmusTable table) {
    if (table.canEnd(STAMP, TWICE)) {
      return Findings.answer("yes, even if the stamp grows");
    }
    return Findings.answer(table.canEnd(NO_STAMP, TWICE) ? "yes, unless the stamp grows" : "no");
  }
}
