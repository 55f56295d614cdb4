package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "when the time is over there is nothing more to look at",
    fails = "theTimeIsGivenOnce",
    saying = "lost wake-up")
public final class GivesUpWithTheSignal<T> implements Buffer<T> {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;

  public GivesUpWithTheSignal(int places) {
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
        notFull.await();
      }
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      notFull.signal();
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
        left = notFull.awaitNanos(left);
      }
      items.add(item);
      notEmpty.signal();
      return true;
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
        left = notEmpty.awaitNanos(left);
        if (left <= 0) {
          return null;
        }
      }
      notFull.signal();
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
