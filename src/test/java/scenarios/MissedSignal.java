package scenarios;

import java.util.List;

/** bad: the flag is tested outside the monitor, so the notify can come before the wait */
public class MissedSignal implements Scenario {
  abstract static class Gate {
    boolean open;

    void open() {
      synchronized (this) {
        open = true;
        notifyAll();
      }
    }

    abstract void pass() throws InterruptedException;

    synchronized boolean isOpen() {
      return open;
    }
  }

  static class Bad extends Gate {
    void pass() throws InterruptedException {
      if (!isOpen()) {
        synchronized (this) {
          wait();
        }
      }
    }
  }

  static class Good extends Gate {
    void pass() throws InterruptedException {
      synchronized (this) {
        while (!open) {
          wait();
        }
      }
    }
  }

  final Gate g;

  MissedSignal(Gate g) {
    this.g = g;
  }

  static Scenario bad() {
    return new MissedSignal(new Bad());
  }

  static Scenario good() {
    return new MissedSignal(new Good());
  }

  public List<Body> bodies() {
    return List.of(g::pass, g::open);
  }
}
