package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "a hundred tries are enough",
    fails = "nobodyGivesUp",
    saying =
        "the size after 103 were put, and 0 taken; its thread was interrupted ==> expected: <103>"
            + " but was: <102>")
public final class GivesUp<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int size) {}

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    for (var tries = 0; tries < 100; tries++) {
      var seen = top.get();
      if (top.compareAndSet(seen, new Node<>(item, seen, size(seen) + 1))) {
        return;
      }
    }
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
