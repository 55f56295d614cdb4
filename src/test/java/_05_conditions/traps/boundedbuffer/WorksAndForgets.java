package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "an interrupt that ends nothing is over",
    fails = "anInterruptLosesNothing",
    saying = "runs in circles")
public final class WorksAndForgets<T> implements Buffer<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;

  public WorksAndForgets(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a buffer has at least 1 place, not " + places);
    }
    this.places = places;
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    lock.lock();
    try {
      while (items.size() == places) {
        try {
          changed.await();
        } catch (InterruptedException e) {
          if (items.size() == places) {
            throw e;
          }
        }
      }
      items.add(item);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        try {
          changed.await();
        } catch (InterruptedException e) {
          if (items.isEmpty()) {
            throw e;
          }
        }
      }
      changed.signalAll();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    var left = unit.toNanos(time);
    lock.lock();
    try {
      while (items.size() == places) {
        if (left <= 0) {
          return false;
        }
        try {
          left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
          if (items.size() == places) {
            throw e;
          }
        }
      }
      changed.signalAll();
      return items.add(item);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    var left = unit.toNanos(time);
    lock.lock();
    try {
      while (items.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        try {
          left = changed.awaitNanos(left);
        } catch (InterruptedException e) {
          if (items.isEmpty()) {
            throw e;
          }
        }
      }
      changed.signalAll();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int size() {
    lock.lock();
    try {
      return items.size();
    } finally {
      lock.unlock();
    }
  }
}
