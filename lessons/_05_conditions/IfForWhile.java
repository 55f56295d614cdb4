package _05_conditions;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// The cook puts two dishes, two guests take one each. Is it enough to wait once?
public abstract sealed class IfForWhile implements Scenario {
  public final ReentrantLock lock = new ReentrantLock();
  public final Condition notEmpty = lock.newCondition();
  final Queue<String> items = new ArrayDeque<>();

  abstract void awaitItem() throws InterruptedException;

  public final String take() throws InterruptedException {
    lock.lock();
    try {
      awaitItem();
      return items.remove();
    } finally {
      lock.unlock();
    }
  }

  public final void put(String item) {
    lock.lock();
    try {
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::take, this::take, () -> List.of("soup", "cake").forEach(this::put));
  }

  public static final class Broken extends IfForWhile {
    @Override
    void awaitItem() throws InterruptedException {
      if (items.isEmpty()) {
        notEmpty.await();
      }
    }
  }

  public static final class Mended extends IfForWhile {
    @Override
    void awaitItem() throws InterruptedException {
      while (items.isEmpty()) {
        notEmpty.await();
      }
    }
  }
}
