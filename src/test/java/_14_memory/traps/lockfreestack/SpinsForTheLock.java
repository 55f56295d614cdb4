package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

@Trap(belief = "spinning isn't waiting", fails = "nobodyWaits", saying = "waited until it went on")
public final class SpinsForTheLock<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int size) {}

  private final AtomicReference<Node<T>> top = new AtomicReference<>();

  private final AtomicBoolean held = new AtomicBoolean();

  private void take() {
    while (!held.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    take();
    top.set(new Node<>(item, top.get(), size(top.get()) + 1));
    held.set(false);
  }

  @Override
  public T pop() {
    take();
    var seen = top.get();
    if (seen != null) {
      top.set(seen.below);
    }
    held.set(false);
    return seen == null ? null : seen.item;
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    for (var node = takeAll(); node != null; node = node.below) {
      items.add(node.item);
    }
    return items;
  }

  private Node<T> takeAll() {
    take();
    var all = top.getAndSet(null);
    held.set(false);
    return all;
  }

  @Override
  public int size() {
    return size(top.get());
  }

  private static int size(Node<?> top) {
    return top == null ? 0 : top.size;
  }
}
