package _06_cpu.lab;

import static _06_cpu.lab.FalseSharingRecord.AT_ONCE;
import static _06_cpu.lab.FalseSharingRecord.DISTANCES;
import static _06_cpu.lab.FalseSharingRecord.LOST;
import static _06_cpu.lab.FalseSharingRecord.ONE;
import static _06_cpu.lab.FalseSharingRecord.TIME;
import static _06_cpu.lab.FalseSharingRecord.TWO;

import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What an increment costs beside another thread's, by the distance of the two elements.
final class FalseSharingFindings {
  private static final double DIFFERENT = 1.3;

  private FalseSharingFindings() {}

  static Findings of(Observations seen) {
    var lost = seen.samples(LOST, TWO);
    var most = lost.map(all -> all.quantile(1)).orElse(0.0);
    return answer(seen)
        .claim(
            "Each thread counts in its own element, so no increment is lost.",
            lost.isPresent() && most == 0,
            "%,.0f lost at most".formatted(most));
  }

  private static Findings answer(Observations seen) {
    var near = seen.samples(TIME, TWO, Long.BYTES * DISTANCES.getFirst());
    var far = seen.samples(TIME, TWO, Long.BYTES * DISTANCES.getLast());
    var alone = seen.samples(TIME, ONE, Long.BYTES * DISTANCES.getLast());
    if (near.isEmpty() || far.isEmpty() || alone.isEmpty()) {
      return Findings.cannotTell("Nothing was measured. Run it again.");
    }
    if (far.get().median() > DIFFERENT * alone.get().median() || !wereBothAtWork(seen)) {
      return Findings.cannotTell(
          "The two threads did not have a core each all the time. Close other programs, and run it"
              + " again.");
    }
    return compare(near.get(), far.get());
  }

  private static boolean wereBothAtWork(Observations seen) {
    return DISTANCES.stream()
        .map(distance -> seen.samples(AT_ONCE, TWO, (double) Long.BYTES * distance))
        .flatMap(Optional::stream)
        .allMatch(percent -> percent.median() > 50);
  }

  private static Findings compare(Point near, Point far) {
    var ratio = near.median() / far.median();
    if (ratio > DIFFERENT && far.clearlyBelow(near)) {
      return Findings.answer("elements 256 bytes apart");
    }
    if (ratio < 1 / DIFFERENT && near.clearlyBelow(far)) {
      return Findings.answer("neighbours");
    }
    return ratio > 0.9 && ratio < 1.1
        ? Findings.answer("there is no difference")
        : Findings.cannotTell("The times differ too much from run to run. Run it again.");
  }
}
