package _04_locks.lab;

import _04_locks.LockTwice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A thread asks for a lock that it holds. Which locks let their owner in again?
public final class LockTwiceTrials implements Experiment {
  @Override
  public String id() {
    return "reentrant-or-not";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("patience", 200, 1, 5_000, "ms until it gives up"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("One thread takes a lock twice"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    var plain = new ReentrantLock();
    takeTwice("ReentrantLock", plain, plain, patience, record);
    var pair = new ReentrantReadWriteLock();
    takeTwice("write, then read", pair.writeLock(), pair.readLock(), patience, record);
    takeTwice("read, then write", pair.readLock(), pair.writeLock(), patience, record);
    var stamped = new StampedLock().asWriteLock();
    takeTwice("StampedLock", stamped, stamped, patience, record);
    PythonFacts.record(LockTwice.class, "lock_twice.py", record, Integer.toString(patience));
  }

  private static void takeTwice(String name, Lock once, Lock again, int patience, Recorder record)
      throws InterruptedException {
    var began = record.now();
    once.lock();
    try {
      var asked = record.now();
      var got = again.tryLock(patience, TimeUnit.MILLISECONDS); // lock() would wait for ever
      if (got) {
        again.unlock();
      }
      record.span(name, "holds it", began, asked);
      record.span(name, got ? "holds it twice" : "waits for itself", asked, record.now());
      record.fact(name, got ? LockTwiceFindings.IN : LockTwiceFindings.WAITS);
    } finally {
      once.unlock();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LockTwiceFindings.of(seen);
  }
}
