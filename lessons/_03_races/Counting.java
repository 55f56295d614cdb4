package _03_races;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A number that several threads add to, written in seven ways. Read two neighbours side by side:
/// their difference is the lesson.
public interface Counting {
  /// Adds one, this many times.
  void add(int times);

  /// What has been counted. Ask after the threads have ended.
  long total();

  /// The seven ways, each with the name a chart gives it.
  enum Way {
    PLAIN("plain int", false, Plain::new),
    PAUSING("plain, pausing", false, Pausing::new),
    VOLATILE("volatile int", false, Volatile::new),
    SYNCHRONIZED("synchronized", true, Synchronized::new),
    LOCK("ReentrantLock", true, Locked::new),
    ATOMIC("AtomicInteger", true, Atomic::new),
    ADDER("LongAdder", true, Adder::new);

    final String label;
    final boolean promisesAll;
    final Supplier<Counting> fresh;

    /// @param promisesAll whether the Java platform promises that no update is lost
    Way(String label, boolean promisesAll, Supplier<Counting> fresh) {
      this.label = label;
      this.promisesAll = promisesAll;
      this.fresh = fresh;
    }
  }

  /// Reads, adds and writes: three steps, and another thread may come between them.
  final class Plain implements Counting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count++;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  /// The same three steps with a breath between reading and writing, as if the sum took longer to
  /// work out. It keeps the JIT from joining the whole loop into one addition.
  final class Pausing implements Counting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        var read = count;
        Thread.onSpinWait();
        count = read + 1;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  /// Every read sees the latest write. It is still three steps.
  final class Volatile implements Counting {
    private volatile int count;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the mistake is the exhibit
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count++;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  /// The three steps inside a monitor that one thread at a time may own.
  final class Synchronized implements Counting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        synchronized (this) {
          count++;
        }
      }
    }

    @Override
    public synchronized long total() {
      return count;
    }
  }

  /// The same with a lock that is an object of its own.
  final class Locked implements Counting {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        lock.lock();
        try {
          count++;
        } finally {
          lock.unlock();
        }
      }
    }

    @Override
    public long total() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  /// One step of the processor: nothing can come between.
  final class Atomic implements Counting {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count.incrementAndGet();
      }
    }

    @Override
    public long total() {
      return count.get();
    }
  }

  /// Several numbers, so that busy threads seldom meet; their sum is the total.
  final class Adder implements Counting {
    private final LongAdder count = new LongAdder();

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count.increment();
      }
    }

    @Override
    public long total() {
      return count.sum();
    }
  }
}
