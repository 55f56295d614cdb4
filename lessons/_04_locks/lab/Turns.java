package _04_locks.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Await;
import workbook.Series;

/// Threads that take turns at one lock, some steps of work each.
final class Turns {
  private final ReentrantLock lock;
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final Chain work = new Chain(); // this and what follows is guarded by the lock
  private Thread last;
  private int row; // turns of that thread, one after the other
  private final List<Integer> rows = new ArrayList<>(); // and of those before it
  private long turns;
  private long nanos; // how long the threads had

  /// Lets them take turns. Blocks until all have ended.
  Turns(boolean fair, int threads, int millis) throws Exception {
    lock = new ReentrantLock(fair);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      lock.lock();
      try {
        for (var n = 0; n < threads; n++) {
          pool.submit(this::takeTurns);
        }
        // a thread that came late would leave the lock to the others
        Await.until("all wait for the lock", () -> lock.getQueueLength() == threads);
        nanos = -System.nanoTime();
      } finally {
        lock.unlock();
      }
      try {
        Thread.sleep(millis);
      } finally {
        going.set(false);
      }
    }
    nanos += System.nanoTime();
    endRow();
  }

  private void takeTurns() {
    while (going.get()) {
      lock.lock();
      try {
        if (last != Thread.currentThread()) {
          endRow();
          last = Thread.currentThread();
        }
        row++;
        turns++;
        work.goOn(200);
      } finally {
        lock.unlock();
      }
    }
  }

  private void endRow() {
    if (row > 0) {
      rows.add(row);
    }
    row = 0;
  }

  double perSecond() {
    return turns * 1e9 / nanos;
  }

  /// How many turns a thread had in a row: the median.
  double inARow() {
    return new Series.Point(0, rows.stream().map(Integer::doubleValue).toList()).median();
  }
}
