package _11_ipc.lab;

import _11_ipc.RunFolder;
import _11_ipc.SpinPair;
import java.io.IOException;
import workbook.Recorder;
import workbook.process.CompletedProcess;

/// One measurement with two processes that look again and again.
final class SpinPairTrial {
  private SpinPairTrial() {}

  /// Blocks until the pair has ended. It's killed when the run is cancelled, so the folder of its
  /// shared memory belongs to this process.
  ///
  /// @param program a [SpinPair] that's told all but its place
  static void sample(String series, ProcessBuilder program, Recorder record)
      throws IOException, InterruptedException {
    try (var folder = RunFolder.create()) {
      program.command().add(folder.path().toString());
      var pair = CompletedProcess.of(program);
      if (pair.code() == 0) {
        var median = Double.parseDouble(pair.lines().getLast());
        record.sample(OneCoreFindings.ROUND_TRIP, "us", series, median);
      } else {
        record.note(series + ": " + String.join(" ", pair.lines()));
      }
    }
  }
}
