package _05_conditions.lab;

import workbook.Recorder;

/// What one thread does, for its lane of a timeline. Each state begins where the one before it
/// ended.
final class Activity {
  private final String name;
  private final Recorder record;
  private long since;

  /// The first state begins now.
  Activity(String name, Recorder record) {
    this.name = name;
    this.record = record;
    this.since = record.now();
  }

  /// What the thread did until now.
  void did(String state) {
    var now = record.now();
    record.span(name, state, since, now);
    since = now;
  }

  /// Sleeps, which stands for something to do. Does nothing when there is nothing to do.
  void sleep(int millis, String state) throws InterruptedException {
    if (millis > 0) {
      Thread.sleep(millis);
      did(state);
    }
  }
}
