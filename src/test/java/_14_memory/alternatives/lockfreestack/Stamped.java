package _14_memory.alternatives.lockfreestack;

import _14_memory.SharedStack;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.stream.Stream;

/// A stamp beside the reference: not needed, because nodes never change, but no harm.
public final class Stamped<T> implements SharedStack<T> {
  private record Node<T>(T item, Node<T> below, int size) {}

  private final AtomicStampedReference<Node<T>> top = new AtomicStampedReference<>(null, 0);

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    var stamp = new int[1];
    while (true) {
      var seen = top.get(stamp);
      var node = new Node<>(item, seen, seen == null ? 1 : seen.size + 1);
      if (top.compareAndSet(seen, node, stamp[0], stamp[0] + 1)) {
        return;
      }
    }
  }

  @Override
  public T pop() {
    var stamp = new int[1];
    while (true) {
      var seen = top.get(stamp);
      if (seen == null) {
        return null;
      }
      if (top.compareAndSet(seen, seen.below, stamp[0], stamp[0] + 1)) {
        return seen.item;
      }
    }
  }

  @Override
  public List<T> popAll() {
    var stamp = new int[1];
    while (true) {
      var seen = top.get(stamp);
      if (top.compareAndSet(seen, null, stamp[0], stamp[0] + 1)) {
        return Stream.iterate(seen, Objects::nonNull, Node::below).map(Node::item).toList();
      }
    }
  }

  @Override
  public int size() {
    var seen = top.getReference();
    return seen == null ? 0 : seen.size;
  }
}
