package _14_memory.alternatives.lockfreestack;

import _14_memory.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// An immutable array in a single reference, exchanged as a whole.
public final class WholeList<T> implements SharedStack<T> {
  private static final int ROOM = 1_000; // so that not each push copies everything

  /// Items, the lowest first, and above a pile of a thousand what is below it.
  private record Pile<T>(List<T> upper, Pile<T> lower, int size) {}

  private final AtomicReference<Pile<T>> pile =
      new AtomicReference<>(new Pile<>(List.of(), null, 0));

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    while (true) {
      var seen = pile.get();
      var full = seen.upper.size() == ROOM;
      var upper = new ArrayList<>(full ? List.<T>of() : seen.upper);
      upper.add(item);
      if (pile.compareAndSet(seen, new Pile<>(upper, full ? seen : seen.lower, seen.size + 1))) {
        return;
      }
    }
  }

  @Override
  public T pop() {
    while (true) {
      var seen = pile.get();
      if (seen.size == 0) {
        return null;
      }
      var upper = new ArrayList<>(seen.upper);
      var item = upper.removeLast();
      var next =
          upper.isEmpty() && seen.lower != null
              ? seen.lower
              : new Pile<>(upper, seen.lower, seen.size - 1);
      if (pile.compareAndSet(seen, next)) {
        return item;
      }
    }
  }

  @Override
  public List<T> popAll() {
    var items = new ArrayList<T>();
    var seen = pile.getAndSet(new Pile<>(List.of(), null, 0));
    for (var part = seen; part != null; part = part.lower) {
      items.addAll(part.upper.reversed());
    }
    return items;
  }

  @Override
  public int size() {
    return pile.get().size;
  }
}
