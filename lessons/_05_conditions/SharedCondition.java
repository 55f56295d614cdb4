package _05_conditions;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// # One bell for two reasons
///
/// A tray holds one plate. Two guests take one each, the cook puts two, and all wait for the same
/// bell. Is one ring for one change enough?
public abstract sealed class SharedCondition implements Scenario {
  final ReentrantLock lock = new ReentrantLock();
  final Condition changed = lock.newCondition();
  private boolean full;

  /// Tells that the tray has changed.
  abstract void ring();

  final void put() throws InterruptedException {
    change(true);
  }

  final void take() throws InterruptedException {
    change(false);
  }

  private void change(boolean becomesFull) throws InterruptedException {
    lock.lock();
    try {
      while (full == becomesFull) {
        changed.await();
      }
      full = becomesFull;
      ring();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Body> bodies() {
    Body cook =
        () -> {
          put();
          put();
        };
    return List.of(this::take, this::take, cook);
  }

  /// Wakes one. It may be one who cannot go on, and the ring is used up.
  public static final class Broken extends SharedCondition {
    @Override
    void ring() {
      changed.signal();
    }
  }

  /// Wakes all. Whoever cannot go on waits again.
  public static final class Mended extends SharedCondition {
    @Override
    void ring() {
      changed.signalAll();
    }
  }
}
