package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "every loop has to end when its thread is interrupted",
    fails = "nobodyGivesUp",
    saying = "pop took none of at least 1 plate; its thread was interrupted")
public final class PopStopsWhenInterrupted<T> implements SharedStack<T> {
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
    while (!Thread.currentThread().isInterrupted()) {
      var seen = top.get();
      if (seen == null) {
        return null;
      }
      if (top.compareAndSet(seen, seen.below)) {
        return seen.item;
      }
    }
    return null;
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
