package _14_memory.solution;

import _14_memory.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// A stack without locks (Treiber, 1986). Its state is one reference, so a single compare-and-set
/// changes it. A node may come back on top, but nodes never change: all below it is as it was.
public final class LockFreeStack<T> implements SharedStack<T> {
  /// @param size how many items there are from here to the bottom
  private record Node<T>(T item, Node<T> below, int size) {}

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    Node<T> seen;
    do {
      seen = top.get();
    } while (!top.compareAndSet(seen, new Node<>(item, seen, size(seen) + 1)));
  }

  @Override
  public T pop() {
    Node<T> seen;
    do {
      seen = top.get();
      if (seen == null) {
        return null;
      }
    } while (!top.compareAndSet(seen, seen.below));
    return seen.item;
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    for (var node = top.getAndSet(null); node != null; node = node.below) {
      items.add(node.item);
    }
    return items;
  }

  @Override
  public int size() {
    return size(top.get());
  }

  private static int size(Node<?> top) {
    return top == null ? 0 : top.size;
  }
}
