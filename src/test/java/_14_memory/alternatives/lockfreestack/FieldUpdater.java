package _14_memory.alternatives.lockfreestack;

import _14_memory.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/// Nodes above a bottom that is never taken: there's no null to look out for.
public final class FieldUpdater<T> implements SharedStack<T> {
  private static final class Node {
    final Object item;
    final Node below;
    final int size;

    Node(Object item, Node below, int size) {
      this.item = item;
      this.below = below;
      this.size = size;
    }
  }

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<FieldUpdater, Node> TOP =
      AtomicReferenceFieldUpdater.newUpdater(FieldUpdater.class, Node.class, "top");

  private static final Node BOTTOM = new Node(null, null, 0);

  private volatile Node top = BOTTOM;

  @Override
  public void push(T item) {
    if (item == null) {
      throw new NullPointerException("an item, please");
    }
    Node seen;
    do {
      seen = top;
    } while (!TOP.compareAndSet(this, seen, new Node(item, seen, seen.size + 1)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public T pop() {
    while (true) {
      var seen = top;
      if (seen == BOTTOM) {
        return null;
      }
      if (TOP.compareAndSet(this, seen, seen.below)) {
        return (T) seen.item;
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<T> popAll() {
    var all = TOP.getAndSet(this, BOTTOM);
    var items = new ArrayList<T>(all.size);
    while (all != BOTTOM) {
      items.add((T) all.item);
      all = all.below;
    }
    return items;
  }

  @Override
  public int size() {
    return top.size;
  }
}
