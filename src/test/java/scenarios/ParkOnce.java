package scenarios;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** bad: one park without a loop; a second, unrelated unpark lets it through */
public class ParkOnce implements Scenario {
  abstract static class Gate {
    volatile boolean open;
    volatile Thread waiter;

    void open() {
      open = true;
      Thread t = waiter;
      if (t != null) {
        LockSupport.unpark(t);
      }
    }

    void nudge() {
      Thread t = waiter;
      if (t != null) {
        LockSupport.unpark(t);
      }
    }

    abstract void pass();
  }

  static class Bad extends Gate {
    void pass() {
      waiter = Thread.currentThread();
      if (!open) {
        LockSupport.park(this);
      }
      Scenario.expect(open, "passed a closed gate");
    }
  }

  static class Good extends Gate {
    void pass() {
      waiter = Thread.currentThread();
      while (!open) {
        LockSupport.park(this);
      }
      Scenario.expect(open, "passed a closed gate");
    }
  }

  final Gate g;

  ParkOnce(Gate g) {
    this.g = g;
  }

  static Scenario bad() {
    return new ParkOnce(new Bad());
  }

  static Scenario good() {
    return new ParkOnce(new Good());
  }

  public List<Body> bodies() {
    return List.of(g::pass, g::open, g::nudge);
  }
}
