package programs;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// A bounded buffer of one place, two producers and two consumers with one item each: correct.
public final class Buffer22 implements Scenario {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final ArrayDeque<Integer> items = new ArrayDeque<>();

  private void put(int item) throws InterruptedException {
    lock.lock();
    try {
      while (items.size() == 1) {
        notFull.await();
      }
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  private int take() throws InterruptedException {
    lock.lock();
    try {
      while (items.isEmpty()) {
        notEmpty.await();
      }
      notFull.signal();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> put(1), () -> put(2), this::take, this::take);
  }

  @Override
  public void check() {
    if (!items.isEmpty()) {
      throw new AssertionError(items);
    }
  }
}
