package _05_conditions;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// A buffer for one thread, which never has to wait.
public final class OneThreadBuffer implements Buffer<String> {
  private final Queue<String> items = new ArrayDeque<>();
  private final int places;

  public OneThreadBuffer(int places) {
    this.places = places;
  }

  @Override
  public void put(String item) {
    items.add(item);
  }

  @Override
  public String take() {
    return items.remove();
  }

  @Override
  public boolean offer(String item, long time, TimeUnit unit) {
    return items.size() < places && items.add(item);
  }

  @Override
  public String poll(long time, TimeUnit unit) {
    return items.poll();
  }

  @Override
  public int size() {
    return items.size();
  }
}
