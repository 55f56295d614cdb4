package scenarios;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** bad: releases a permit it never got */
public class SemaphoreMisuse implements Scenario {
  abstract static class Pool {
    final Semaphore s = new Semaphore(1);
    final AtomicInteger inside = new AtomicInteger(), max = new AtomicInteger();

    void work() {
      int n = inside.incrementAndGet();
      max.accumulateAndGet(n, Math::max);
      inside.decrementAndGet();
    }

    abstract void use();
  }

  static class Bad extends Pool {
    void use() {
      try {
        if (s.tryAcquire()) {
          work();
        }
      } finally {
        s.release();
      }
    }
  }

  static class Good extends Pool {
    void use() {
      if (s.tryAcquire()) {
        try {
          work();
        } finally {
          s.release();
        }
      }
    }
  }

  final Pool p;

  SemaphoreMisuse(Pool p) {
    this.p = p;
  }

  static Scenario bad() {
    return new SemaphoreMisuse(new Bad());
  }

  static Scenario good() {
    return new SemaphoreMisuse(new Good());
  }

  public List<Body> bodies() {
    return List.of(p::use, p::use, p::use);
  }

  public void check() {
    Scenario.expect(p.max.get() <= 1, "two threads inside");
    Scenario.expectEquals(1, p.s.availablePermits());
  }
}
