package _05_conditions.alternatives.boundedbuffer;

import _05_conditions.Buffer;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A semaphore counts the free places, another the items. Who has a permit finds what it stands
/// for.
public final class TwoSemaphores<T> implements Buffer<T> {
  private final Queue<T> items = new ConcurrentLinkedQueue<>();
  private final Semaphore free;
  private final Semaphore filled = new Semaphore(0);

  public TwoSemaphores(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("no place");
    }
    free = new Semaphore(places);
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    free.acquire();
    items.add(item);
    filled.release();
  }

  @Override
  public T take() throws InterruptedException {
    filled.acquire();
    var item = items.remove();
    free.release();
    return item;
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(item);
    if (!free.tryAcquire(time, unit)) {
      return false;
    }
    items.add(item);
    filled.release();
    return true;
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    if (!filled.tryAcquire(time, unit)) {
      return null;
    }
    var item = items.remove();
    free.release();
    return item;
  }

  @Override
  public int size() {
    return items.size();
  }
}
