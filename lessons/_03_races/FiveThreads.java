package _03_races;

import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;

/// Threads add one to the same number, many times each. What is the sum?
public abstract sealed class FiveThreads {
  int count;

  abstract void addOne();

  /// Lets the threads add, and waits until all have ended.
  public final int sum(int threads, int increments) throws InterruptedException {
    var adding = new ArrayList<Thread>();
    for (var t = 0; t < threads; t++) {
      adding.add(Thread.ofPlatform().start(() -> addOften(increments)));
    }
    for (var thread : adding) {
      thread.join();
    }
    return count; // a thread that has been joined has published all it wrote
  }

  private void addOften(int times) {
    for (var i = 0; i < times; i++) {
      addOne();
    }
  }

  public static final class Broken extends FiveThreads {
    @Override
    void addOne() {
      var read = count;
      Thread.onSpinWait(); // a short pause, as if adding took longer
      count = read + 1;
    }
  }

  public static final class Mended extends FiveThreads {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    void addOne() {
      lock.lock();
      try {
        var read = count;
        Thread.onSpinWait();
        count = read + 1;
      } finally {
        lock.unlock();
      }
    }
  }
}
