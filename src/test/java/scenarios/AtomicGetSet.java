package scenarios;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** seats left: two atomic calls are not one atomic action */
public class AtomicGetSet implements Scenario {
  interface Seats {
    boolean book();
  }

  static class Bad implements Seats {
    final AtomicInteger left = new AtomicInteger(1);

    public boolean book() {
      if (left.get() > 0) {
        left.decrementAndGet();
        return true;
      }
      return false;
    }
  }

  static class Good implements Seats {
    final AtomicInteger left = new AtomicInteger(1);

    public boolean book() {
      while (true) {
        int v = left.get();
        if (v == 0) {
          return false;
        }
        if (left.compareAndSet(v, v - 1)) {
          return true;
        }
      }
    }
  }

  final Seats s;
  final AtomicInteger sold = new AtomicInteger();

  AtomicGetSet(Seats s) {
    this.s = s;
  }

  static Scenario bad() {
    return new AtomicGetSet(new Bad());
  }

  static Scenario good() {
    return new AtomicGetSet(new Good());
  }

  public List<Body> bodies() {
    Body b =
        () -> {
          if (s.book()) {
            sold.incrementAndGet();
          }
        };
    return List.of(b, b);
  }

  public void check() {
    Scenario.expectEquals(1, sold.get());
  }
}
