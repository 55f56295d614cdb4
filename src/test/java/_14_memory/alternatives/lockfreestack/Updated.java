package _14_memory.alternatives.lockfreestack;

import _14_memory.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The loop is the JDK's.
public final class Updated<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int depth) {}

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    top.updateAndGet(node -> new Node<>(item, node, depth(node) + 1));
  }

  @Override
  public T pop() {
    var seen = top.getAndUpdate(node -> node == null ? null : node.below());
    return seen == null ? null : seen.item();
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    var node = top.getAndSet(null);
    while (node != null) {
      items.add(node.item());
      node = node.below();
    }
    return items;
  }

  @Override
  public int size() {
    return depth(top.get());
  }

  private static int depth(Node<?> node) {
    return node == null ? 0 : node.depth();
  }
}
