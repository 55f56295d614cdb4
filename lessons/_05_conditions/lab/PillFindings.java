package _05_conditions.lab;

import workbook.Findings;
import workbook.Observations;

/// What runs with two pills and with one say of who ends.
final class PillFindings {
  static final String TWO = "two pills";
  static final String ONE = "one pill";
  static final String ITEMS = ": items";
  static final String ENDED = "workers that ended";
  static final String WAITING = "still waiting";

  private PillFindings() {}

  static Findings of(Observations seen) {
    var ended = GroupCount.of(ONE, ENDED, seen);
    var waiting = GroupCount.of(ONE, WAITING, seen);
    return answer(ended, waiting, GroupCount.of(ONE + ITEMS, Deliveries.LOST, seen))
        .claim(
            "With a pill for each worker, all of them end.",
            GroupCount.of(TWO, ENDED, seen) > 0 && GroupCount.of(TWO, WAITING, seen) == 0,
            "%,d ended, %,d waited"
                .formatted(GroupCount.of(TWO, ENDED, seen), GroupCount.of(TWO, WAITING, seen)))
        .claim(
            "One pill ends one of the two workers.",
            ended > 0 && ended == waiting,
            "%,d ended, %,d waited".formatted(ended, waiting))
        .claim("Every item is worked on once.", Deliveries.allOnce(seen), Deliveries.inWords(seen));
  }

  private static Findings answer(long ended, long waiting, long lost) {
    if (lost > 0) {
      return Findings.answer("the remaining items are lost");
    }
    if (waiting > 0) {
      return Findings.answer("one worker ends, one waits for ever");
    }
    return ended > 0
        ? Findings.answer("both workers end")
        : Findings.cannotTell("No worker was watched to its end. Run it again.");
  }
}
