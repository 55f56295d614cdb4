package _14_memory.alternatives.lockfreestack;

import _14_memory.SharedStack;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;

/// A field and a handle save an object for each stack. A weak compare-and-set may fail for no
/// reason; in a loop, that does no harm.
public final class ByHandle<T> implements SharedStack<T> {
  private static final VarHandle TOP;

  static {
    try {
      TOP = MethodHandles.lookup().findVarHandle(ByHandle.class, "top", Node.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static final class Node<T> {
    final T item;
    final Node<T> below;
    final int number;

    Node(T item, Node<T> below) {
      this.item = item;
      this.below = below;
      this.number = below == null ? 1 : below.number + 1;
    }
  }

  private volatile Node<T> top;

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    var seen = top;
    while (!TOP.weakCompareAndSet(this, seen, new Node<>(item, seen))) {
      seen = top;
    }
  }

  @Override
  public T pop() {
    for (var seen = top; seen != null; seen = top) {
      if (TOP.compareAndSet(this, seen, seen.below)) {
        return seen.item;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<T> popAll() {
    var items = new LinkedList<T>();
    var all = (Node<T>) TOP.getAndSet(this, null);
    for (; all != null; all = all.below) {
      items.add(all.item);
    }
    return items;
  }

  @Override
  public int size() {
    var seen = top;
    return seen == null ? 0 : seen.number;
  }
}
