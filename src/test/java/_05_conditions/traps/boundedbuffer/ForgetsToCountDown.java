package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.LinkedList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a count beside the items needs care in one method only",
    fails = "firstInFirstOut",
    saying = "items after one more was taken")
public final class ForgetsToCountDown<T> implements Buffer<T> {
  private final LinkedList<T> items = new LinkedList<>();
  private final int places;
  private int count;

  public ForgetsToCountDown(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
    this.places = places;
  }

  @Override
  public synchronized void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    while (count == places) {
      wait();
    }
    items.addLast(item);
    count++;
    notifyAll();
  }

  @Override
  public synchronized T take() throws InterruptedException {
    while (count == 0) {
      wait();
    }
    T item = items.removeFirst();
    notifyAll();
    return item;
  }

  @Override
  public synchronized boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    long end = System.nanoTime() + unit.toNanos(time);
    while (count == places) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    put(item);
    return true;
  }

  @Override
  public synchronized T poll(long time, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(time);
    while (count == 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return take();
  }

  @Override
  public synchronized int size() {
    return count;
  }
}
