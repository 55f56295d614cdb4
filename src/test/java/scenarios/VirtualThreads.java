package scenarios;

import java.util.List;
import java.util.concurrent.*;
import java.util.concurrent.locks.ReentrantLock;

/** virtual-thread-per-task executor around a check-then-act */
public class VirtualThreads implements Scenario {
  interface Seats {
    void book();

    int sold();
  }

  static class Bad implements Seats {
    int left = 1, sold;

    public void book() {
      if (left > 0) {
        left--;
        sold++;
      }
    }

    public int sold() {
      return sold;
    }
  }

  static class Good implements Seats {
    final ReentrantLock l = new ReentrantLock();
    int left = 1, sold;

    public void book() {
      l.lock();
      try {
        if (left > 0) {
          left--;
          sold++;
        }
      } finally {
        l.unlock();
      }
    }

    public int sold() {
      return sold;
    }
  }

  final Seats s;

  VirtualThreads(Seats s) {
    this.s = s;
  }

  static Scenario bad() {
    return new VirtualThreads(new Bad());
  }

  static Scenario good() {
    return new VirtualThreads(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          try (var ex = Executors.newVirtualThreadPerTaskExecutor()) {
            ex.submit(s::book);
            ex.submit(s::book);
          }
        });
  }

  public void check() {
    Scenario.expectEquals(1, s.sold());
  }
}
