package _05_conditions.alternatives.boundedbuffer;

import _05_conditions.Buffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// The queue of the library, which keeps the same promises under the same names.
public final class LibraryQueue<T> implements Buffer<T> {
  private final BlockingQueue<T> queue;

  public LibraryQueue(int places) {
    queue = new ArrayBlockingQueue<>(places);
  }

  @Override
  public void put(T item) throws InterruptedException {
    queue.put(item);
  }

  @Override
  public T take() throws InterruptedException {
    return queue.take();
  }

  @Override
  public boolean offer(T item, long time, TimeUnit unit) throws InterruptedException {
    return queue.offer(item, time, unit);
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    return queue.poll(time, unit);
  }

  @Override
  public int size() {
    return queue.size();
  }
}
