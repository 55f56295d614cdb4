package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.LinkedList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "an interrupt must be answered at once, wherever one is",
    fails = "anInterruptLosesNothing",
    saying = "lost wake-up")
public final class TakesThenThrows<T> implements Buffer<T> {
  private final LinkedList<T> items = new LinkedList<>();
  private final int places;

  public TakesThenThrows(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
    this.places = places;
  }

  @Override
  public synchronized void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    while (items.size() == places) {
      wait();
    }
    items.addLast(item);
    notifyAll();
  }

  @Override
  public synchronized T take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    notifyAll();
    T item = items.removeFirst();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return item;
  }

  @Override
  public synchronized boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    long end = System.nanoTime() + unit.toNanos(time);
    while (items.size() == places) {
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
    while (items.isEmpty()) {
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
    return items.size();
  }
}
