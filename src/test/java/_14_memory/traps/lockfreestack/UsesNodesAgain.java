package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "the same top means that nothing has happened",
    fails = "whatComesBack",
    saying =
        "each of three plates once: taken, or in the pile ==> expected: <[blue, red, white]> but"
            + " was: <[blue, blue, red, white]>")
public final class UsesNodesAgain<T> implements SharedStack<T> {
  private static final class Node<T> {
    final T item;
    volatile Node<T> below;
    volatile int size;

    Node(T item) {
      this.item = item;
    }
  }

  private final ConcurrentHashMap<T, Node<T>> spare = new ConcurrentHashMap<>();

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    var kept = spare.remove(item);
    var node = kept == null ? new Node<>(item) : kept;
    Node<T> seen;
    do {
      seen = top.get();
      node.below = seen;
      node.size = size(seen) + 1;
    } while (!top.compareAndSet(seen, node));
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
    spare.put(seen.item, seen);
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
