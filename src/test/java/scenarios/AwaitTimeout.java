package scenarios;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.*;

/** timed await: true must mean done */
public class AwaitTimeout implements Scenario {
  abstract static class Latch {
    final ReentrantLock l = new ReentrantLock();
    final Condition c = l.newCondition();
    boolean done;

    void finish() {
      l.lock();
      try {
        done = true;
        c.signalAll();
      } finally {
        l.unlock();
      }
    }

    abstract boolean await(long ms) throws InterruptedException;
  }

  static class Bad extends Latch {
    boolean await(long ms) throws InterruptedException {
      l.lock();
      try {
        if (!done) {
          c.await(ms, TimeUnit.MILLISECONDS);
        }
        return true;
      } finally {
        l.unlock();
      }
    }
  }

  static class Good extends Latch {
    boolean await(long ms) throws InterruptedException {
      l.lock();
      try {
        long left = TimeUnit.MILLISECONDS.toNanos(ms);
        while (!done) {
          if (left <= 0) {
            return false;
          }
          left = c.awaitNanos(left);
        }
        return true;
      } finally {
        l.unlock();
      }
    }
  }

  final Latch l;
  volatile boolean finished;

  AwaitTimeout(Latch l) {
    this.l = l;
  }

  static Scenario bad() {
    return new AwaitTimeout(new Bad());
  }

  static Scenario good() {
    return new AwaitTimeout(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          if (l.await(20)) {
            Scenario.expect(finished, "await said true before finish()");
          }
        },
        () -> {
          finished = true;
          l.finish();
        });
  }
}
