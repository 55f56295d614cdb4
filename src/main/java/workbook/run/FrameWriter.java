package workbook.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Carries what a [QueueingRecorder] holds to the workbook, as frames.
final class FrameWriter {
  private static final int ENTRIES_A_FRAME = 20_000;

  private final QueueingRecorder recorder;
  private final OutputStream to;
  private long number;
  private double sentShare;

  FrameWriter(QueueingRecorder recorder, OutputStream to) {
    this.recorder = recorder;
    this.to = to;
  }

  /// Sends what was recorded since the last time, then how far the run had come before that.
  synchronized void send() {
    var share = recorder.share();
    var seen = new ObservationsBuilder();
    while (recorder.drain(seen, ENTRIES_A_FRAME)) {
      send(new Frame.Seen(number++, seen.observations()));
      seen = new ObservationsBuilder();
    }
    if (share != sentShare) {
      sentShare = share;
      send(new Frame.Share(share));
    }
  }

  /// Sends all that is left, then how the run ended.
  synchronized void sendLast(Termination end) {
    send();
    send(new Frame.Over(number, end));
  }

  /// A newline goes before each frame, too, in case another process left a line unfinished.
  private void send(Frame frame) {
    try {
      to.write(("\n" + frame.line() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException workbookIsGone) {
      // The end of standard input says so, too, and ends this JVM.
    }
  }
}
