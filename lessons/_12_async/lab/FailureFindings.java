package _12_async.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.TranscriptLine;

/// Who heard of a task that failed.
final class FailureFindings {
  static final String NOBODY = "nobody awaits";
  static final String SOMEBODY = "somebody awaits";
  static final String GATHER = "gather";
  static final String PYTHON = "Python, ";
  static final String MAIN_ENDED = "main has ended";

  private static final String GOES_ON = "main goes on";
  private static final String HEARS = "main hears: the disk is full";
  private static final String REPORT = "saving failed";
  private static final String PYTHON_REPORT = "asyncio reports: Task exception was never retrieved";

  private FailureFindings() {}

  static Findings of(Observations seen) {
    var awaited = lines(seen, SOMEBODY);
    var gathered = lines(seen, GATHER);
    var findings =
        answer(lines(seen, NOBODY))
            .claim(
                "Whoever awaits the task gets its exception.",
                awaited.contains(HEARS),
                "with an await: " + awaited)
            .claim(
                "A failure in gather is heard at once, and the other task still ends well.",
                gathered.indexOf(HEARS) >= 0
                    && gathered.indexOf(HEARS) < gathered.indexOf("the other one has ended well"),
                "with gather: " + gathered);
    var python = lines(seen, PYTHON + NOBODY);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "asyncio reports it once nothing refers to the task any more.",
            python.indexOf(PYTHON_REPORT) > python.indexOf(GOES_ON),
            "in Python: " + python);
  }

  private static List<String> lines(Observations seen, String speaker) {
    return seen.transcript().stream()
        .filter(line -> line.speaker().equals(speaker))
        .map(TranscriptLine::text)
        .toList();
  }

  private static Findings answer(List<String> lines) {
    if (!lines.contains(MAIN_ENDED)) {
      return Findings.cannotTell("The run ended before the loop did. Run it again.");
    }
    var report = lines.stream().filter(line -> line.startsWith(REPORT)).findFirst();
    if (report.isEmpty()) {
      return Findings.answer("never");
    }
    return Findings.answer(
        lines.indexOf(report.get()) < lines.indexOf(GOES_ON)
            ? "at once, when it fails"
            : "when the loop is closed");
  }
}
