package _15_puzzles.lab;

import java.util.Arrays;
import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// Which reports showed both of two threads that were stuck.
final class ReportFindings {
  static final String PLATFORM = "platform threads";
  static final String VIRTUAL = "virtual threads";

  private static final int COOKS = 2;

  private ReportFindings() {}

  static Findings of(Observations seen) {
    var platform = complete(PLATFORM, seen);
    return answer(seen)
        .claim(
            "Two platform threads that are stuck are in every report.",
            platform.size() == DeadlockReport.values().length,
            "both are in " + names(platform));
  }

  private static Findings answer(Observations seen) {
    if (seen.outcomes().stream().noneMatch(one -> one.group().equals(VIRTUAL))) {
      return Findings.cannotTell("The run ended before there was a report. Run it again.");
    }
    var shown = complete(VIRTUAL, seen);
    if (shown.equals(List.of(DeadlockReport.FILE))) {
      return Findings.answer("only the file that Thread.dump_to_file writes");
    }
    if (shown.isEmpty()) {
      return Findings.answer("none");
    }
    return shown.size() == DeadlockReport.values().length
        ? Findings.answer("all four")
        : Findings.cannotTell(
            "Both are in %s. Look at the table: this Java isn't the book's."
                .formatted(names(shown)));
  }

  private static String names(List<DeadlockReport> reports) {
    return String.join(", ", reports.stream().map(each -> each.name).toList());
  }

  /// The reports that show both.
  private static List<DeadlockReport> complete(String kind, Observations seen) {
    return Arrays.stream(DeadlockReport.values())
        .filter(report -> seen.count(kind, report.name) == COOKS)
        .toList();
  }
}
