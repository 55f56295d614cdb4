package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@Trap(
    belief = "a reference is written in one step, so all is well",
    fails = "nothingIsLost",
    saying = "the size after two threads put one each ==> expected: <2> but was: <1>")
public final class PlainTop<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int size) {}

  private volatile Node<T> top;

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    top = new Node<>(item, top, size(top) + 1);
  }

  @Override
  public T pop() {
    var seen = top;
    if (seen == null) {
      return null;
    }
    top = seen.below;
    return seen.item;
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    for (var node = takeAll(); node != null; node = node.below) {
      items.add(node.item);
    }
    return items;
  }

  @Override
  public int size() {
    return size(top);
  }

  private Node<T> takeAll() {
    var all = top;
    top = null;
    return all;
  }

  private static int size(Node<?> top) {
    return top == null ? 0 : top.size;
  }
}
