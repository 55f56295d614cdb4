package scenarios;

import java.util.List;

/** capacity-1 buffer, one monitor for producers and consumers: notify() may wake the wrong one */
public class NotifyOne implements Scenario {
  abstract static class Slot {
    private Integer v;

    abstract void wake();

    synchronized void put(int x) throws InterruptedException {
      while (v != null) {
        wait();
      }
      v = x;
      wake();
    }

    synchronized int take() throws InterruptedException {
      while (v == null) {
        wait();
      }
      int x = v;
      v = null;
      wake();
      return x;
    }
  }

  static class Bad extends Slot {
    void wake() {
      notify();
    }
  }

  static class Good extends Slot {
    void wake() {
      notifyAll();
    }
  }

  final Slot s;

  NotifyOne(Slot s) {
    this.s = s;
  }

  static Scenario bad() {
    return new NotifyOne(new Bad());
  }

  static Scenario good() {
    return new NotifyOne(new Good());
  }

  public List<Body> bodies() {
    return List.of(s::take, s::take, () -> s.put(1), () -> s.put(2));
  }
}
