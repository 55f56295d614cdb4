package _05_conditions;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// A tray has room for one plate. Two guests take one each, the cook puts two, and all of them wait
/// for the same bell. Is it enough to wake one?
public abstract sealed class SharedCondition implements Scenario {
  public final ReentrantLock lock = new ReentrantLock();
  public final Condition changed = lock.newCondition();
  private boolean full; // guarded by lock

  abstract void ring();

  public final void putTwo() throws InterruptedException {
    change(true);
    change(true);
  }

  public final void take() throws InterruptedException {
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
    return List.of(this::take, this::take, this::putTwo);
  }

  public static final class Broken extends SharedCondition {
    @Override
    void ring() {
      changed.signal();
    }
  }

  public static final class Mended extends SharedCondition {
    @Override
    void ring() {
      changed.signalAll();
    }
  }
}
