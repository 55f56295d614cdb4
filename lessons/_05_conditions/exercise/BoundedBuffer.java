package _05_conditions.exercise;

import _05_conditions.Buffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// A queue with a number of places.
public final class BoundedBuffer<T> implements Buffer<T> {
  private final Queue<T> items = new ArrayDeque<>();
  private final int places;

  public BoundedBuffer(int places) {
    this.places = places;
  }

  @Override
  public void put(T item) throws InterruptedException {
    // TODO: what if all places are taken? Who will know when one is free?
    items.add(item);
  }

  @Override
  public T take() throws InterruptedException {
    // TODO: what if there is nothing to take, or two threads are here at once?
    return items.remove();
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    // TODO: a place may become free before the time is over.
    return items.size() < places && items.add(item);
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    // TODO: an item may come before the time is over.
    return items.poll();
  }

  @Override
  public int size() {
    return items.size();
  }
}
