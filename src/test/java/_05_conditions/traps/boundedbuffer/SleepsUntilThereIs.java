package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.LinkedList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a short sleep in a loop is a way to wait",
    fails = "whoWaitsSleeps",
    saying = "a guest waited in take for an hour without sleeping")
public final class SleepsUntilThereIs<T> implements Buffer<T> {
  private final LinkedList<T> items = new LinkedList<>();
  private final int places;

  public SleepsUntilThereIs(int places) {
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
  public T take() throws InterruptedException {
    T item = poll(0, TimeUnit.SECONDS);
    while (item == null) {
      Thread.sleep(1);
      item = poll(0, TimeUnit.SECONDS);
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
    notifyAll();
    return items.removeFirst();
  }

  @Override
  public synchronized int size() {
    return items.size();
  }
}
