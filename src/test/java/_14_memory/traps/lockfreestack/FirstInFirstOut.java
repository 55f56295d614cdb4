package _14_memory.traps.lockfreestack;

import _14_memory.SharedStack;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

@Trap(belief = "a queue is a stack", fails = "oneThread", saying = "the last of")
public final class FirstInFirstOut<T> implements SharedStack<T> {
  private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();

  @Override
  public void push(T item) {
    Objects.requireNonNull(item);
    queue.add(item);
  }

  @Override
  public T pop() {
    return queue.poll();
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
    return queue.size();
  }
}
