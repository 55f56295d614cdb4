package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.LinkedList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a place is free again in no time, so going to sleep does not pay",
    fails = "whoWaitsSleeps",
    saying = "a cook waited in put for an hour without sleeping")
public final class SpinsUntilThereIsAPlace<T> implements Buffer<T> {
  private final LinkedList<T> items = new LinkedList<>();
  private final int places;

  public SpinsUntilThereIsAPlace(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
    this.places = places;
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    while (!offer(item, 0, TimeUnit.SECONDS)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public synchronized T take() throws InterruptedException {
    while (items.isEmpty()) {
      wait();
    }
    notifyAll();
    return items.removeFirst();
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
    items.addLast(item);
    notifyAll();
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
