package scenarios;

import java.util.*;
import java.util.concurrent.locks.*;

/** Condition.await guarded by if; two consumers, one producer with signalAll. */
public class IfNotWhile implements Scenario {
  abstract static class Buf {
    final ReentrantLock lock = new ReentrantLock();
    final Condition notEmpty = lock.newCondition();
    final ArrayDeque<Integer> q = new ArrayDeque<>();

    void put(int v) {
      lock.lock();
      try {
        q.add(v);
        notEmpty.signalAll();
      } finally {
        lock.unlock();
      }
    }

    abstract int take() throws InterruptedException;
  }

  static class Bad extends Buf {
    int take() throws InterruptedException {
      lock.lock();
      try {
        if (q.isEmpty()) {
          notEmpty.await();
        }
        return q.remove();
      } finally {
        lock.unlock();
      }
    }
  }

  static class Good extends Buf {
    int take() throws InterruptedException {
      lock.lock();
      try {
        while (q.isEmpty()) {
          notEmpty.await();
        }
        return q.remove();
      } finally {
        lock.unlock();
      }
    }
  }

  final Buf b;

  IfNotWhile(Buf b) {
    this.b = b;
  }

  static Scenario bad() {
    return new IfNotWhile(new Bad());
  }

  static Scenario good() {
    return new IfNotWhile(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        b::take,
        b::take,
        () -> {
          b.put(1);
          b.put(2);
        });
  }

  public void check() {
    Scenario.expect(b.q.isEmpty(), "left over");
  }
}
