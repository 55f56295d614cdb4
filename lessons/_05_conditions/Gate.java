package _05_conditions;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// # Waiting at a gate
///
/// One thread opens a gate, another wants to pass. What if the gate is opened before anybody waits?
public abstract sealed class Gate implements Scenario {
  final Lock lock = new ReentrantLock();
  final Condition opened = lock.newCondition();
  boolean open;

  abstract void pass() throws InterruptedException;

  private void open() {
    lock.lock();
    try {
      open = true;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::pass, this::open);
  }

  /// Waits for a signal. A condition remembers none: this one may be over.
  public static final class NeverLooks extends Gate {
    @Override
    void pass() throws InterruptedException {
      lock.lock();
      try {
        opened.await();
      } finally {
        lock.unlock();
      }
    }
  }

  /// Looks, then waits, and holds no lock: `await` cannot give back what it was never given.
  public static final class WithoutLock extends Gate {
    @Override
    void pass() throws InterruptedException {
      while (!open) {
        opened.await();
      }
    }
  }

  /// Looks and waits under the lock. A field remembers; nobody opens between the look and the wait.
  public static final class Mended extends Gate {
    @Override
    void pass() throws InterruptedException {
      lock.lock();
      try {
        while (!open) {
          opened.await();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
