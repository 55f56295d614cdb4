package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "between two waits nothing can happen",
    fails = "anInterruptLosesNothing",
    saying = "deadlock")
public final class LosesAPermit<T> implements Buffer<T> {
  private final Semaphore mutex = new Semaphore(1);
  private final Queue<T> items = new ArrayDeque<>();
  private final Semaphore free;
  private final Semaphore filled = new Semaphore(0);

  public LosesAPermit(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
    free = new Semaphore(places);
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    free.acquire();
    add(item);
  }

  @Override
  public T take() throws InterruptedException {
    filled.acquire();
    return remove();
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    if (!free.tryAcquire(time, unit)) {
      return false;
    }
    add(item);
    return true;
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    return filled.tryAcquire(time, unit) ? remove() : null;
  }

  private void add(T item) throws InterruptedException {
    mutex.acquire(); // an interrupt here, and the place that was ours is nobody's
    items.add(item);
    mutex.release();
    filled.release();
  }

  private T remove() throws InterruptedException {
    mutex.acquire();
    T item = items.remove();
    mutex.release();
    free.release();
    return item;
  }

  @Override
  public int size() {
    mutex.acquireUninterruptibly();
    try {
      return items.size();
    } finally {
      mutex.release();
    }
  }
}
