package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import workbook.grade.worker.OutputCapture;
import workbook.grade.worker.ReportSigner;
import workbook.grade.worker.WorkerReport;

/// Takes apart what the worker JVM writes: reports, and what the learner's code printed.
///
/// Of what is printed, no more is kept than a learner wants to read, so that nobody can fill the
/// workbook's memory.
final class OutputDemultiplexer {
  private static final int LONGEST_REPORT = 32 << 20;

  /// Bytes between two reports, after which this is no test any more. The worker itself passes on
  /// much less.
  private static final long FLOOD = 64 << 20;

  private final Consumer<Seen> to;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int longest = OutputCapture.SHOWN;
  private volatile ReportSigner signer;
  private long printed;

  /// What was found in the stream.
  sealed interface Seen {
    record Told(WorkerReport report) implements Seen {}

    record Printed(String line) implements Seen {}

    /// Something other than the worker writes without end.
    record Flooded() implements Seen {}

    /// The stream is at its end.
    record Gone() implements Seen {}
  }

  OutputDemultiplexer(Consumer<Seen> to) {
    this.to = to;
  }

  /// From now on, reports are signed with this.
  void expect(ReportSigner signer) {
    this.signer = signer;
  }

  /// Reads to the end. Blocks.
  void readAll(InputStream from) {
    var buffer = new byte[64 << 10];
    try (from) {
      for (int read; (read = from.read(buffer)) >= 0; ) {
        for (var i = 0; i < read; i++) {
          take(buffer[i]);
        }
      }
    } catch (IOException closed) {
      // It was ended.
    }
    endLine();
    to.accept(new Seen.Gone());
  }

  private void take(byte next) {
    if (next == '\n') {
      endLine();
      return;
    }
    if (line.size() < longest) {
      line.write(next);
      if (line.size() == ReportSigner.PREFIX.length()
          && line.toString(UTF_8).equals(ReportSigner.PREFIX)) {
        longest = LONGEST_REPORT;
      }
    }
    if (++printed == FLOOD) {
      to.accept(new Seen.Flooded());
    }
  }

  private void endLine() {
    var text = line.toString(UTF_8);
    line.reset();
    longest = OutputCapture.SHOWN;
    if (text.startsWith(ReportSigner.PREFIX) && signer != null) {
      var report = signer.open(text);
      if (report.isPresent()) {
        printed = 0;
        to.accept(new Seen.Told(report.get()));
        return;
      }
    }
    if (printed <= 2 * OutputCapture.SHOWN && !text.isEmpty()) {
      to.accept(new Seen.Printed(text));
    }
  }
}
