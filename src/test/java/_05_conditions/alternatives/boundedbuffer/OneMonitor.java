package _05_conditions.alternatives.boundedbuffer;

import _05_conditions.Buffer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The lock and the one condition that every object has built in, and a ring of places.
public final class OneMonitor<T> implements Buffer<T> {
  private final T[] ring;
  private int first;
  private int size;

  @SuppressWarnings("unchecked") // nothing but a T is ever stored in it
  public OneMonitor(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("no place");
    }
    ring = (T[]) new Object[places];
  }

  @Override
  public synchronized void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    while (size == ring.length) {
      wait();
    }
    add(item);
  }

  @Override
  public synchronized T take() throws InterruptedException {
    while (size == 0) {
      wait();
    }
    return remove();
  }

  @Override
  public synchronized boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    // The sum may overflow; its difference to a later time is right all the same.
    var end = System.nanoTime() + Math.max(0, unit.toNanos(time));
    while (size == ring.length) {
      var left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    add(item);
    return true;
  }

  @Override
  public synchronized T poll(long time, TimeUnit unit) throws InterruptedException {
    var end = System.nanoTime() + Math.max(0, unit.toNanos(time));
    while (size == 0) {
      var left = end - System.nanoTime();
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return remove();
  }

  @Override
  public synchronized int size() {
    return size;
  }

  /// Called with the lock held.
  private void add(T item) {
    ring[(first + size) % ring.length] = item;
    size++;
    notifyAll();
  }

  /// Called with the lock held.
  private T remove() {
    var item = ring[first];
    ring[first] = null;
    first = (first + 1) % ring.length;
    size--;
    notifyAll();
    return item;
  }
}
