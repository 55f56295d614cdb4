package scenarios;

import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** read-to-write upgrade of a ReentrantReadWriteLock: self-deadlock */
public class RwUpgrade implements Scenario {
  abstract static class Cache {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    Integer v;
    int loads;

    abstract int get();
  }

  static class Bad extends Cache {
    int get() {
      rw.readLock().lock();
      try {
        if (v == null) {
          rw.writeLock().lock();
          try {
            v = 7;
            loads++;
          } finally {
            rw.writeLock().unlock();
          }
        }
        return v;
      } finally {
        rw.readLock().unlock();
      }
    }
  }

  static class Good extends Cache {
    int get() {
      rw.readLock().lock();
      try {
        if (v != null) {
          return v;
        }
      } finally {
        rw.readLock().unlock();
      }
      rw.writeLock().lock();
      try {
        if (v == null) {
          v = 7;
          loads++;
        }
        return v;
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  final Cache c;

  RwUpgrade(Cache c) {
    this.c = c;
  }

  static Scenario bad() {
    return new RwUpgrade(new Bad());
  }

  static Scenario good() {
    return new RwUpgrade(new Good());
  }

  public List<Body> bodies() {
    return List.of(c::get, c::get);
  }

  public void check() {
    Scenario.expectEquals(1, c.loads);
  }
}
