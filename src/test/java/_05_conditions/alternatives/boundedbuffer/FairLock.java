package _05_conditions.alternatives.boundedbuffer;

import _05_conditions.Buffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// A fair lock with one condition for both reasons, so that everybody is woken each time. Notices
/// an interrupt even when it need not wait.
public final class FairLock<T> implements Buffer<T> {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;

  public FairLock(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("no place");
    }
    this.places = places;
  }

  @Override
  public void put(T item) throws InterruptedException {
    while (!offer(item, Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {}
  }

  @Override
  public T take() throws InterruptedException {
    while (true) {
      var item = poll(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      if (item != null) {
        return item;
      }
    }
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    lock.lockInterruptibly();
    try {
      if (!becomes(() -> items.size() < places, unit.toNanos(time))) {
        return false;
      }
      changed.signalAll();
      return items.add(item);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!becomes(() -> !items.isEmpty(), unit.toNanos(time))) {
        return null;
      }
      changed.signalAll();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for it to become true, with the lock held before and after.
  private boolean becomes(BooleanSupplier asked, long nanos) throws InterruptedException {
    var left = nanos;
    while (!asked.getAsBoolean()) {
      if (left <= 0) {
        return false;
      }
      left = changed.awaitNanos(left);
    }
    return true;
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
