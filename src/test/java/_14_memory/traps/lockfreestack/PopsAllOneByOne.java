package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "many steps are one step, if each is",
    fails = "allAtOnce",
    saying =
        "white was there, then blue and red were put; out came [white, red, blue] and [], which is")
public final class PopsAllOneByOne<T> implements SharedStack<T> {
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
    for (var item = pop(); item != null; item = pop()) {
      items.add(item);
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
