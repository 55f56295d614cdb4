package _05_conditions;

import java.util.ArrayDeque;
import java.util.Queue;

/// [BoundedQueue] the old way: every Java object has a lock and one condition built in.
public final class OldQueue<T> {
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;

  /// @param places how many items it holds at most, from 1
  public OldQueue(int places) {
    this.places = places;
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
