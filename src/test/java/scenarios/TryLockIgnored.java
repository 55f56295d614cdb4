package scenarios;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** bad: ignores tryLock(timeout)'s result; only wrong when the timeout really expires. */
public class TryLockIgnored implements Scenario {
  interface Counter {
    void inc() throws InterruptedException;

    int get();
  }

  static class Bad implements Counter {
    final ReentrantLock l = new ReentrantLock();
    int n;

    public void inc() throws InterruptedException {
      l.tryLock(50, TimeUnit.MILLISECONDS);
      n++;
      if (l.isHeldByCurrentThread()) {
        l.unlock();
      }
    }

    public int get() {
      return n;
    }
  }

  static class Good implements Counter {
    final ReentrantLock l = new ReentrantLock();
    int n;

    public void inc() throws InterruptedException {
      while (!l.tryLock(50, TimeUnit.MILLISECONDS)) {}
      try {
        n++;
      } finally {
        l.unlock();
      }
    }

    public int get() {
      return n;
    }
  }

  final Counter c;

  TryLockIgnored(Counter c) {
    this.c = c;
  }

  static Scenario bad() {
    return new TryLockIgnored(new Bad());
  }

  static Scenario good() {
    return new TryLockIgnored(new Good());
  }

  public List<Body> bodies() {
    return List.of(c::inc, c::inc);
  }

  public void check() {
    Scenario.expectEquals(2, c.get());
  }
}
