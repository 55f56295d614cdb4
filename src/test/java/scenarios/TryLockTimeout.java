package scenarios;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** bad: two ReentrantLocks in opposite order; good: tryLock with timeout, back off, retry. */
public class TryLockTimeout implements Scenario {
  interface Op {
    void run(ReentrantLock a, ReentrantLock b) throws InterruptedException;
  }

  static class Bad implements Op {
    public void run(ReentrantLock a, ReentrantLock b) {
      a.lock();
      try {
        b.lock();
        try {
        } finally {
          b.unlock();
        }
      } finally {
        a.unlock();
      }
    }
  }

  static class Good implements Op {
    public void run(ReentrantLock a, ReentrantLock b) throws InterruptedException {
      while (true) {
        if (a.tryLock(1, TimeUnit.MILLISECONDS)) {
          try {
            if (b.tryLock(1, TimeUnit.MILLISECONDS)) {
              try {
                return;
              } finally {
                b.unlock();
              }
            }
          } finally {
            a.unlock();
          }
        }
        Thread.yield();
      }
    }
  }

  final Op op;
  final ReentrantLock l = new ReentrantLock(), r = new ReentrantLock();

  TryLockTimeout(Op op) {
    this.op = op;
  }

  static Scenario bad() {
    return new TryLockTimeout(new Bad());
  }

  static Scenario good() {
    return new TryLockTimeout(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> op.run(l, r), () -> op.run(r, l));
  }
}
