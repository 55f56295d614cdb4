package _05_conditions;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A queue with a fixed number of places: `put` waits while it is full, `take` while it is empty.
///
/// One lock guards the items. There are two reasons to wait, so the lock has two conditions.
public final class BoundedQueue<T> {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Queue<T> items; // guarded by lock
  private final int places;

  public BoundedQueue(int places) {
    this(places, new ArrayDeque<>());
  }

  /// @param items keeps the items; used under the lock only
  public BoundedQueue(int places, Queue<T> items) {
    this.places = places;
    this.items = items;
  }

  /// Adds an item at the end. Blocks while there is no place for it.
  public void put(T item) throws InterruptedException {
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

  /// Removes the first item. Blocks while there is none.
  public T take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      var item = items.remove();
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }
}
