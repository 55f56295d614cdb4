package _04_locks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Await;

/// The owner releases a lock that another thread waits for, and wants it again at once.
public final class Barging {
  public static final String OWNER = "the owner";
  public static final String WAITER = "the one that waits";

  private final ReentrantLock lock;
  private final List<String> turns = new ArrayList<>(); // guarded by the lock

  /// @param fair whether the lock serves whoever has waited longest
  public Barging(boolean fair) {
    lock = new ReentrantLock(fair);
  }

  /// Who gets the lock next. Blocks until both have had it.
  public String next() throws Exception {
    try (var threads = Executors.newFixedThreadPool(1)) {
      lock.lock();
      try {
        threads.submit(() -> takeTurn(WAITER));
        Await.until("the other thread waits", lock::hasQueuedThreads);
      } finally {
        lock.unlock();
      }
      takeTurn(OWNER);
    } // the other has had its turn, too
    return turns.getFirst();
  }

  private void takeTurn(String name) {
    lock.lock();
    try {
      turns.add(name);
    } finally {
      lock.unlock();
    }
  }
}
