package _12_async.lab;

import _12_async.Loop;
import java.time.Duration;
import workbook.Recorder;

/// The loop of a run, and what it reports.
final class ReportingLoop {
  static final String REPORT = "the loop reported";
  private static final Duration SLOW = Duration.ofSeconds(10); // a busy machine is no news

  private ReportingLoop() {}

  /// A loop that reports slow callbacks. What it says of this one is a fact. What it says of the
  /// others is a note: a busy machine makes anybody slow.
  static Loop about(String subject, Recorder record) {
    return new Loop(
        text -> {
          if (text.startsWith(subject + " ")) {
            record.fact(REPORT, text);
          } else {
            record.note(text);
          }
        });
  }

  /// A loop for a run with another subject than slow callbacks. It notes what goes wrong.
  static Loop open(Recorder record) {
    var loop = new Loop(record::note);
    loop.slowCallback(SLOW);
    return loop;
  }
}
