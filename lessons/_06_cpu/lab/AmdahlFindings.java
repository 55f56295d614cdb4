package _06_cpu.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How many times as fast it was when half of the work was done alone.
final class AmdahlFindings {
  /// Of the workers, when all work is shared. Below that, there weren't as many cores free.
  private static final double ENOUGH = 0.8;

  private AmdahlFindings() {}

  static Findings answer(int workers, Observations seen) {
    var allShared =
        seen.samples(AmdahlTiming.SPEED_UP, AmdahlTiming.MEASURED, 0)
            .map(Point::median)
            .orElse(0.0);
    if (allShared < ENOUGH * workers) {
      var why = "With nothing done alone, %d threads were only %.1f times as fast as one.";
      return Findings.cannotTell(
          (why + " Close other programs, or raise --numbers, and run it again.")
              .formatted(workers, allShared));
    }
    var half = seen.samples(AmdahlTiming.SPEED_UP, AmdahlTiming.MEASURED, 50);
    return SpeedUpFindings.answer(half, "%.2f");
  }
}
