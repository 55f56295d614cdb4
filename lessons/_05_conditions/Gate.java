package _05_conditions;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// One thread opens a gate, another wants to pass. What if the gate opens before anybody waits?
public abstract sealed class Gate implements Scenario {
  final ReentrantLock lock = new ReentrantLock();
  final Condition opened = lock.newCondition();
  boolean open; // guarded by lock

  void awaitOpen() throws InterruptedException {
    while (!open) {
      opened.await();
    }
  }

  void pass() throws InterruptedException {
    lock.lock();
    try {
      awaitOpen();
    } finally {
      lock.unlock();
    }
  }

  void open() {
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

  public static final class Mended extends Gate {}

  public static final class NeverLooks extends Gate {
    @Override
    void awaitOpen() throws InterruptedException {
      opened.await();
    }
  }

  public static final class WithoutLock extends Gate {
    @Override
    void pass() throws InterruptedException {
      awaitOpen();
    }
  }
}
