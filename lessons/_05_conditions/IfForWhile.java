package _05_conditions;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// # Woken, and too late
///
/// Two guests take, the cook puts twice. A guest who finds nothing waits once. Is once enough?
public abstract sealed class IfForWhile implements Scenario {
  final ReentrantLock lock = new ReentrantLock();
  final Condition notEmpty = lock.newCondition();
  final Queue<String> items = new ArrayDeque<>();

  abstract void take() throws InterruptedException;

  final void put(String item) {
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
    Body cook =
        () -> {
          put("soup");
          put("cake");
        };
    return List.of(this::take, this::take, cook);
  }

  /// Asks once. Between the signal and the wake-up another thread may have taken the item.
  public static final class Broken extends IfForWhile {
    @Override
    void take() throws InterruptedException {
      lock.lock();
      try {
        if (items.isEmpty()) {
          notEmpty.await();
        }
        items.remove();
      } finally {
        lock.unlock();
      }
    }
  }

  /// Asks again whenever it wakes: a signal says that something has changed, not that it is yours.
  public static final class Mended extends IfForWhile {
    @Override
    void take() throws InterruptedException {
      lock.lock();
      try {
        while (items.isEmpty()) {
          notEmpty.await();
        }
        items.remove();
      } finally {
        lock.unlock();
      }
    }
  }
}
