package workbook.grade.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Right as it is: [MutantGeneratorTest] plants each kind of mistake in it.
final class Sample {
  private final Lock lock = new ReentrantLock();
  private final Condition full = lock.newCondition();
  private final Condition empty = lock.newCondition();
  private final AtomicInteger tickets = new AtomicInteger();
  private final AtomicReference<String> name = new AtomicReference<>();
  private volatile boolean open;
  private long sum;
  private int places;

  void put(int item) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (places == 3) {
        full.await();
      }
      places++;
      sum = Math.addExact(sum, item);
      empty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  synchronized boolean isLate(long end, boolean asked) {
    open = true;
    return asked && System.nanoTime() - end >= 0;
  }

  synchronized boolean mayAdd(int more) {
    if (more < 0) {
      throw new IllegalArgumentException("not " + more);
    }
    var fits = more < 3 && places < 3 - more;
    places += fits ? more : 0;
    return fits || places == 0;
  }

  void move(Object from, Object to) {
    synchronized (from) {
      synchronized (to) {
        places = places + 1;
      }
    }
  }

  boolean wait(long time, TimeUnit unit) throws InterruptedException {
    var left = unit.toNanos(time);
    lock.lock();
    try {
      while (places < 1 || !open) {
        if (left <= 0) {
          return false;
        }
        left = empty.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  int next(String text) {
    try {
      if (Objects.equals(text, name.getAndSet(null)) || name.compareAndSet(null, text)) {
        TimeUnit.MILLISECONDS.sleep(text.getBytes(UTF_8).length);
      }
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
    }
    Executors.newFixedThreadPool(2).close();
    return tickets.incrementAndGet();
  }
}
