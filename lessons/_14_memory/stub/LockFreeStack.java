package _14_memory.stub;

import _14_memory.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A stack without locks.
public final class LockFreeStack<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below) {}

  private Node<T> top;
  private int size;

  // TODO: right for one thread. Two may push at once: each reads the top, and each writes it. Locks
  // are out of the question. And how can top and size ever change in one step?

  @Override
  public void push(T item) {
    top = new Node<>(Objects.requireNonNull(item), top);
    size++;
  }

  @Override
  public T pop() {
    if (top == null) {
      return null;
    }
    var item = top.item;
    top = top.below;
    size--;
    return item;
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    for (var node = top; node != null; node = node.below) {
      items.add(node.item);
    }
    top = null;
    size = 0;
    return items;
  }

  @Override
  public int size() {
    return size;
  }
}
