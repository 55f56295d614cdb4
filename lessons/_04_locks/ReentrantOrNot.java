package _04_locks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.process.PythonScript;

/// # Asking for what you hold
///
/// A thread holds a lock and calls a method that takes the same lock. Does it wait for itself?
public final class ReentrantOrNot implements Experiment {
  private static final String DEPENDS = "it depends on the lock";

  @Override
  public String id() {
    return "reentrant-or-not";
  }

  @Override
  public String title() {
    return "Asking for what you hold";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A thread holds a lock and calls a method that takes the same lock. What happens?\
        """,
        "it goes on: the lock is its own",
        "it waits forever: the lock is taken",
        DEPENDS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("patience", 200, 1, 5_000, "ms until it gives up"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("One thread, one lock, taken twice"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    var plain = new ReentrantLock();
    lockTwice("ReentrantLock", plain, plain, true, patience, record);
    var pair = new ReentrantReadWriteLock();
    lockTwice("write, then read", pair.writeLock(), pair.readLock(), true, patience, record);
    lockTwice("read, then write", pair.readLock(), pair.writeLock(), false, patience, record);
    var stamped = new StampedLock().asWriteLock();
    lockTwice("StampedLock", stamped, stamped, false, patience, record);

    asOftenAsTaken(record);
    inPython(patience, record);
    record.answer(DEPENDS);
  }

  /// @param promised whether the class promises that its owner gets in again
  private static void lockTwice(
      String name, Lock once, Lock again, boolean promised, int patience, Recorder record)
      throws InterruptedException {
    var began = record.now();
    once.lock();
    try {
      var asked = record.now();
      var got = again.tryLock(patience, TimeUnit.MILLISECONDS); // lock() would wait without end
      if (got) {
        again.unlock();
      }
      record.span(name, "holds it", began, asked);
      record.span(name, got ? "holds it twice" : "waits for itself", asked, record.now());
      record.claim(
          name + (promised ? ": the owner comes in again." : ": the owner waits for itself."),
          got == promised,
          got ? "got it a second time" : "gave up after " + patience + " ms");
    } finally {
      once.unlock();
    }
  }

  private static void asOftenAsTaken(Recorder record) {
    var lock = new ReentrantLock();
    lock.lock();
    lock.lock();
    lock.unlock();
    var stillHeld = lock.isLocked();
    lock.unlock();
    record.claim(
        "A ReentrantLock taken twice is free after the second unlock, not after the first.",
        stillHeld && !lock.isLocked(),
        "after the first " + state(stillHeld) + ", after the second " + state(lock.isLocked()));
  }

  private static String state(boolean held) {
    return held ? "held" : "free";
  }

  private static void inPython(int patience, Recorder record)
      throws IOException, InterruptedException {
    for (var line :
        PythonScript.run(ReentrantOrNot.class, "reentrant_or_not.py", record, "" + patience)) {
      var words = line.split(" ");
      record.fact("Python's " + words[0] + " taken again by its owner", words[1]);
    }
  }

  @Override
  public String explanation() {
    return """
    A **reentrant** lock knows its owner and counts: the owner may come in again, and the lock is
    free when it has been given back as often as it was taken. `synchronized`, `ReentrantLock` and
    Python's `RLock` are like that. So one guarded method may call another.

    `StampedLock`, a `Semaphore` of one and Python's `Lock` know no owner. Whoever asks while it is
    taken waits, even the one thread that could give it back. This is the smallest deadlock there
    is: one thread, one lock.

    A read-write lock is reentrant and still has the trap. A reader that asks for the write lock
    waits until all readers have left, and it is one of them. Let go of the read lock first, then
    look again, because others may have written in between.
    """;
  }
}
