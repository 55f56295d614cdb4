package _05_conditions.lab;

import java.util.ArrayDeque;
import java.util.function.IntConsumer;

/// The items of a queue, which tell how many there are and how often somebody looked in vain. The
/// queue's lock guards them.
final class WatchedItems<T> extends ArrayDeque<T> {
  private final IntConsumer afterChange;

  /// Read without the lock, too.
  private volatile int foundEmpty;

  /// @param afterChange takes the number of items whenever it has changed
  WatchedItems(IntConsumer afterChange) {
    this.afterChange = afterChange;
  }

  WatchedItems() {
    this(_ -> {});
  }

  @Override
  public boolean add(T item) {
    super.add(item);
    afterChange.accept(size());
    return true;
  }

  @Override
  public T remove() {
    var item = super.remove();
    afterChange.accept(size());
    return item;
  }

  @Override
  public boolean isEmpty() {
    var empty = super.isEmpty();
    if (empty) {
      foundEmpty++;
    }
    return empty;
  }

  /// How often a taker looked and found nothing.
  int foundEmpty() {
    return foundEmpty;
  }
}
