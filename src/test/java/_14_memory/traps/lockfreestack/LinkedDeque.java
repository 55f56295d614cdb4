package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;

@Trap(
    belief = "a class made for many threads does all in one step",
    fails = "allAtOnce",
    saying =
        "white was there, then blue and red were put; out came [white, red, blue] and [], which is")
public final class LinkedDeque<T> implements SharedStack<T> {
  private final ConcurrentLinkedDeque<T> deque = new ConcurrentLinkedDeque<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    deque.push(item);
  }

  @Override
  public T pop() {
    return deque.poll();
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
    return deque.size();
  }
}
