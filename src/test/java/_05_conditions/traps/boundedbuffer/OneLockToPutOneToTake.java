package _05_conditions.traps.boundedbuffer;

import _05_conditions.Buffer;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a lock for each method, not for the data",
    fails = "whoeverCanGoOnIsWoken",
    saying = "data race")
public final class OneLockToPutOneToTake<T> implements Buffer<T> {
  private final Object putting = new Object();
  private final Object taking = new Object();
  private final Queue<T> items = new ArrayDeque<>();
  private final Semaphore free;
  private final Semaphore filled = new Semaphore(0);

  public OneLockToPutOneToTake(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("places: " + places);
    }
    free = new Semaphore(places);
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    free.acquire();
    added(item);
  }

  @Override
  public T take() throws InterruptedException {
    filled.acquire();
    return removed();
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    return free.tryAcquire(time, unit) && added(item);
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    return filled.tryAcquire(time, unit) ? removed() : null;
  }

  private boolean added(T item) {
    synchronized (putting) {
      items.add(item);
    }
    filled.release();
    return true;
  }

  private T removed() {
    T item;
    synchronized (taking) {
      item = items.remove();
    }
    free.release();
    return item;
  }

  @Override
  public int size() {
    return filled.availablePermits();
  }
}
