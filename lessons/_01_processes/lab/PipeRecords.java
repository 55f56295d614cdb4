package _01_processes.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import _01_processes.Chatty;
import java.io.IOException;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What becomes of a child that prints into a pipe, and of its parent.
final class PipeRecords {
  private static final String READ = "bytes that the parent got in the end";
  static final String BROKEN = "waits, then reads";
  static final String MENDED = "reads, then waits";
  private static final String UNREAD = "bytes in the pipe, nobody reading";
  private static final String FIRST = "first look";
  private static final String SECOND = "100 ms later";
  private static final String ENDS = "the child ends";
  private static final String WAITS = "the child doesn't end";

  /// Pipes hold 16 pages: 64 KiB as a rule, 1 MiB where a page is 64 KiB (Linux, pipe(7)).
  private static final int LARGEST_PIPE_KIB = 1024;

  /// Records whether the child has ended unread, and if not, whether anything in its pipe moves.
  static void patienceIsOver(boolean ended, Process child, Recorder record)
      throws IOException, InterruptedException {
    record.outcome(ENDS, ACCEPTABLE, ended ? 1 : 0, "its parent can read");
    record.outcome(WAITS, INTERESTING, ended ? 0 : 1, "its parent waits as well");
    if (!ended) {
      record.sample(UNREAD, "bytes", FIRST, child.getInputStream().available());
      Thread.sleep(100);
      record.sample(UNREAD, "bytes", SECOND, child.getInputStream().available());
    }
  }

  static void read(String parent, int bytes, Recorder record) {
    record.sample(READ, "bytes", parent, bytes);
  }

  /// @param kib what the child prints
  static Findings findings(int kib, Observations seen) {
    var printed = (double) kib * Chatty.KIB;
    var broken = Readings.median(seen, READ, BROKEN);
    var mended = Readings.median(seen, READ, MENDED);
    var ended = seen.count(ENDS) > 0;
    return answer(printed, seen)
        .claim(
            "When the parent reads first, the child ends, and every byte arrives.",
            mended == printed,
            "%,.0f of %,.0f bytes".formatted(mended, printed))
        .claim(
            "Once somebody reads, the other child ends, too, and no byte is lost.",
            broken == printed,
            "%,.0f of %,.0f bytes".formatted(broken, printed))
        .claim(
            "A child that prints more than the pipe holds can't end until somebody reads.",
            seen.count(WAITS) > 0 || ended && kib <= LARGEST_PIPE_KIB,
            "it printed %,d KiB and %s".formatted(kib, ended ? "ended" : "didn't end"));
  }

  private static Findings answer(double printed, Observations seen) {
    if (seen.count(ENDS) > 0) {
      var all = Readings.median(seen, READ, BROKEN) == printed;
      return Findings.answer(
          all ? "the parent reads everything" : "the parent reads a part; the rest is lost");
    }
    var unread = Readings.median(seen, UNREAD, FIRST);
    if (unread > 0 && unread < printed && unread == Readings.median(seen, UNREAD, SECOND)) {
      return Findings.answer("each waits for the other");
    }
    return Findings.cannotTell(
        "The child was still starting. Run it again with a larger --patience.");
  }

  private PipeRecords() {}
}
