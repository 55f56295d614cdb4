package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.concurrent.Callable;
import workbook.Recorder;
import workbook.Scenario.Body;

/// A guest or a cook who waits for the bell, until it is done or interrupted.
///
/// @param how the bell is rung
record BellWaiter(String how, String name, Body body, Recorder record) implements Callable<Void> {
  @Override
  public Void call() throws Exception {
    var who = how + ": " + name;
    var activity = new Activity(who, record);
    var done = 0;
    try {
      body.run();
      done = 1;
      activity.did("waits and gets on");
    } catch (InterruptedException helped) {
      activity.did("waits until it is interrupted");
    }
    record.outcome(who, SignalFindings.GETS_ON, ACCEPTABLE, done, "somebody woke it");
    record.outcome(who, SignalFindings.STUCK, INTERESTING, 1 - done, "it was interrupted");
    return null;
  }
}
