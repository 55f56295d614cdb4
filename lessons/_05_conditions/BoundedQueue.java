package _05_conditions;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/// A queue with a number of places: who puts into a full one waits, and who takes from an empty one
/// waits, too.
///
/// One lock guards the items. Two conditions belong to it, because there are two reasons to wait.
public final class BoundedQueue<T> {
  private final Lock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;
  private final IntConsumer watcher;

  /// @param places how many items it holds at most, from 1
  public BoundedQueue(int places) {
    this(places, _ -> {});
  }

  /// @param watcher is told under the lock how many items there are, after each change
  BoundedQueue(int places, IntConsumer watcher) {
    this.places = places;
    this.watcher = watcher;
  }

  /// Adds an item at the end. Blocks while there is no place for it.
  public void put(T item) throws InterruptedException {
    lock.lock();
    try {
      while (items.size() == places) {
        notFull.await();
      }
      items.add(item);
      watcher.accept(items.size());
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
      watcher.accept(items.size());
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }

  /// How many items are in the queue at this moment.
  public int size() {
    lock.lock();
    try {
      return items.size();
    } finally {
      lock.unlock();
    }
  }
}
