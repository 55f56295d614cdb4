package _12_async.lab;

import _12_async.Loop;
import java.time.Duration;
import workbook.Recorder;

/// A loop for a run whose subject is something else than slow callbacks.
final class ReportingLoop {
  private static final Duration SLOW = Duration.ofSeconds(10); // a busy machine is no news

  private ReportingLoop() {}

  /// A loop that notes what goes wrong.
  static Loop open(Recorder record) {
    var loop = new Loop(record::note);
    loop.slowCallback(SLOW);
    return loop;
  }
}
