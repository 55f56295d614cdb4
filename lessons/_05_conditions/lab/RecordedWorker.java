package _05_conditions.lab;

import _05_conditions.PoisonPills;
import java.util.concurrent.Callable;
import workbook.Recorder;

/// A worker that works until it takes a pill or is interrupted, and records what it does.
///
/// @param millis of work on each item
record RecordedWorker(
    String name, PoisonPills program, int millis, Deliveries done, Recorder record)
    implements Callable<Void> {
  @Override
  public Void call() throws InterruptedException {
    var activity = new Activity(name, record);
    try {
      program.work(
          item -> {
            activity.did("waits");
            activity.sleep(millis, "works");
            record.said(name, "process data: " + item);
            done.add(item);
          });
      record.said(name, "takes a pill and ends");
    } finally {
      activity.did("waits");
    }
    return null;
  }
}
