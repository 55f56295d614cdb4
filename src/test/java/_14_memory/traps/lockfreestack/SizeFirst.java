package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "a size that runs ahead a little does no harm",
    fails = "eachCallTakesEffectAtOneMoment",
    saying = "no order of these calls explains what came back:")
public final class SizeFirst<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int unused) {}

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    count.incrementAndGet();
    Node<T> seen;
    do {
      seen = top.get();
    } while (!top.compareAndSet(seen, new Node<>(item, seen, 0)));
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
    count.decrementAndGet();
    return seen.item;
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    for (var node = top.getAndSet(null); node != null; node = node.below) {
      items.add(node.item);
      count.decrementAndGet();
    }
    return items;
  }

  @Override
  public int size() {
    return count.get();
  }
}
