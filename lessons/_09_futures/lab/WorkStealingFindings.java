package _09_futures.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What two workers gain when they steal from each other.
final class WorkStealingFindings {
  static final String TIME = "time for all the work";
  static final String HALVES = "a half each";
  static final String STEALING = "work stealing";
  static final String DIFFERENT = "sums that differ";
  static final String CORES = "cores at work, on average";

  private WorkStealingFindings() {}

  static Findings of(Observations seen) {
    var wrong = seen.samples(DIFFERENT, "both").map(all -> all.quantile(1)).orElse(Double.NaN);
    return answer(seen)
        .claim(
            "Stealing changes who does the work, and not the result.",
            wrong == 0,
            "%.0f sums differ".formatted(wrong));
  }

  private static Findings answer(Observations seen) {
    var halves = seen.samples(TIME, HALVES);
    var stealing = seen.samples(TIME, STEALING);
    if (halves.isEmpty() || stealing.isEmpty()) {
      return Findings.cannotTell("Nothing was measured. Run it again.");
    }
    if (seen.samples(CORES, STEALING).map(Point::median).orElse(0.0) < 1.5) {
      return Findings.cannotTell(
          "The two workers hardly ever had two cores. Close other programs, and run it again.");
    }
    if (halves.get().clearlyBelow(stealing.get())) {
      return Findings.answer("slower, because stealing costs time");
    }
    var times = halves.get().median() / stealing.get().median();
    if (stealing.get().clearlyBelow(halves.get()) && times >= 1.5) {
      return Findings.answer("nearly twice as fast");
    }
    return times < 1.15
        ? Findings.answer("about equally fast, because it's the same work")
        : Findings.cannotTell("The times are too close together. Run it again.");
  }
}
