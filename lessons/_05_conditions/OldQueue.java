package _05_conditions;

import java.util.ArrayDeque;
import java.util.Queue;

/// [BoundedQueue] the old way: every Java object has one lock and one condition built in.
public final class OldQueue<T> {
  private final Queue<T> items; // guarded by this
  private final int places;

  public OldQueue(int places) {
    this(places, new ArrayDeque<>());
  }

  /// @param items keeps the items; used under the lock only
  public OldQueue(int places, Queue<T> items) {
    this.places = places;
    this.items = items;
  }

  /// Adds an item at the end. Blocks while there is no place for it.
  public synchronized void put(T item) throws InterruptedException {
    while (items.size() == places) {
      wait();
    }
    items.add(item);
    notifyAll();
  }

  /// Removes the first item. Blocks while there is none.
  public synchronized T take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    var item = items.remove();
    notifyAll();
    return item;
  }
}
