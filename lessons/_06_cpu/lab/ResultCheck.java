package _06_cpu.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// Whether every way to compute something has the same result.
final class ResultCheck {
  private static final String SAME = "the same result";
  private static final String OTHER = "another result";

  private ResultCheck() {}

  static void record(boolean same, Recorder record) {
    record.outcome(SAME, Expectation.ACCEPTABLE, same ? 1 : 0, "nothing lost, nothing done twice");
    record.outcome(OTHER, Expectation.FORBIDDEN, same ? 0 : 1, "work was lost, or done twice");
  }

  static Findings claim(Findings findings, Observations seen) {
    var others = seen.count(OTHER);
    return findings.claim(
        "Every way of doing the work has the same result.",
        others == 0 && seen.count(SAME) > 0,
        "the same %,d times, another one %,d times".formatted(seen.count(SAME), others));
  }
}
