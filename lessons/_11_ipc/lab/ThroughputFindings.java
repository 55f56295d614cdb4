package _11_ipc.lab;

import java.util.Locale;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;
import workbook.Series;

/// How long a mailbox of files takes for a megabyte, compared with a pipe.
final class ThroughputFindings {
  static final String THROUGHPUT = "throughput";
  private static final String RIGHT = "right checksum";
  private static final String WRONG = "wrong checksum";

  /// The middle half of both samples together may be spread so far; else the run does not tell.
  private static final double SPREAD = 3;

  private ThroughputFindings() {}

  static void recordChecksum(boolean isRight, Recorder record) {
    record.outcome(RIGHT, Expectation.ACCEPTABLE, isRight ? 1 : 0, "");
    record.outcome(WRONG, Expectation.FORBIDDEN, isRight ? 0 : 1, "");
  }

  static Findings of(Observations seen) {
    return answer(seen)
        .claim(
            "Every checksum is that of what was sent.",
            seen.count(RIGHT) > 0 && seen.count(WRONG) == 0,
            "%,d right, %,d wrong".formatted(seen.count(RIGHT), seen.count(WRONG)));
  }

  private static Findings answer(Observations seen) {
    var pipe = seen.samples(THROUGHPUT, "pipe");
    var mailbox = seen.samples(THROUGHPUT, "mailbox");
    if (pipe.isEmpty() || mailbox.isEmpty()) {
      return Findings.cannotTell("One of the two carried nothing. Run it again.");
    }
    if (spread(pipe.get()) * spread(mailbox.get()) > SPREAD) {
      return Findings.cannotTell(
          "The throughput differs too much from one time to the next: see the quartiles. Run it"
              + " again when no other program is busy.");
    }
    var times = pipe.get().median() / mailbox.get().median();
    return Findings.answer(String.format(Locale.ROOT, "%.1f", times));
  }

  private static double spread(Series.Point samples) {
    return samples.quantile(0.75) / samples.quantile(0.25);
  }
}
