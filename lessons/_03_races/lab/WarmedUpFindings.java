package _03_races.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What the rounds of a warmed-up loop lost, in a few words.
final class WarmedUpFindings {
  private static final String NOTHING = "nothing";
  private static final String HALF = "exactly half";
  private static final String SOME = "some";

  private WarmedUpFindings() {}

  /// @param lost how much of what was added in one round, in percent
  static void record(double lost, Recorder record) {
    var kind = lost == 0 ? NOTHING : lost == 50 ? HALF : SOME;
    record.outcome(NOTHING, ACCEPTABLE, kind.equals(NOTHING) ? 1 : 0, "one thread after the other");
    record.outcome(HALF, INTERESTING, kind.equals(HALF) ? 1 : 0, "two big steps collided");
    record.outcome(SOME, INTERESTING, kind.equals(SOME) ? 1 : 0, "many small steps got mixed up");
  }

  static Findings of(Observations seen) {
    var lost =
        seen.of(WarmedUpRounds.LOST).stream()
            .flatMap(series -> series.points().stream())
            .flatMap(point -> point.samples().stream())
            .toList();
    return answer(OutcomeCounts.of("", seen), seen)
        .claim(
            "However the threads meet, nothing is counted twice.",
            !lost.isEmpty() && lost.stream().allMatch(share -> share >= 0),
            "%,d rounds, %,d of them counted too much"
                .formatted(lost.size(), lost.stream().filter(share -> share < 0).count()));
  }

  private static Findings answer(OutcomeCounts rounds, Observations seen) {
    if (2 * rounds.of(SOME) > rounds.trials()) {
      return Findings.answer("some of it, as before");
    }
    if (rounds.of(SOME) > 0) {
      return Findings.cannotTell(
          "The loop was compiled in only some of the rounds: try more of them.");
    }
    return rounds.of(HALF) > 0
        ? Findings.answer("nothing, or exactly half")
        : PairedTrial.absent("always nothing", WarmedUpRounds.PLAIN, seen);
  }
}
