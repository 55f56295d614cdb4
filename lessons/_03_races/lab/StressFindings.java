package _03_races.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;

/// What real threads and the explorer say of a broken and a mended program.
final class StressFindings {
  static final String EXPLORED_BROKEN = "the explorer on the broken one";
  static final String EXPLORED_MENDED = "the explorer on the mended one";

  private StressFindings() {}

  static Findings of(Observations seen) {
    var brokenRuns = runs(seen, "broken");
    var brokenFailures = failures(seen, "broken");
    var mendedRuns = runs(seen, "mended");
    var mendedFailures = failures(seen, "mended");
    var broken = seen.fact(EXPLORED_BROKEN).orElse("not explored");
    var mended = seen.fact(EXPLORED_MENDED).orElse("not explored");
    return Findings.answer(share(brokenFailures, brokenRuns))
        .claim(
            "On real threads the mended program never failed.",
            mendedRuns > 0 && mendedFailures == 0,
            "%,d of %,d runs failed".formatted(mendedFailures, mendedRuns))
        .claim(
            "The explorer finds a schedule that breaks the broken program.",
            broken.startsWith("fails"),
            broken)
        .claim(
            "The explorer finds no schedule that breaks the mended one.",
            mended.startsWith("holds"),
            mended);
  }

  private static String share(long failures, long runs) {
    if (failures == 0) {
      return "none of them";
    }
    if (failures * 1_000 < runs) {
      return "fewer than 1 in 1,000";
    }
    return failures * 10 <= runs ? "1 in 1,000 to 1 in 10" : "more than 1 in 10";
  }

  private static long runs(Observations seen, String group) {
    return seen.outcomes().stream()
        .filter(one -> one.group().equals(group))
        .mapToLong(Outcome::count)
        .sum();
  }

  private static long failures(Observations seen, String group) {
    return seen.outcomes().stream()
        .filter(one -> one.group().equals(group) && !one.seen().equals("good"))
        .mapToLong(Outcome::count)
        .sum();
  }
}
