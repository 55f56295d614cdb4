package scenarios;

import java.util.List;

public class LostUpdate implements Scenario {
  interface Counter {
    void inc();

    int get();
  }

  static class Bad implements Counter {
    private int n;

    public void inc() {
      n++;
    }

    public int get() {
      return n;
    }
  }

  static class Good implements Counter {
    private int n;

    public synchronized void inc() {
      n++;
    }

    public synchronized int get() {
      return n;
    }
  }

  final Counter c;

  LostUpdate(Counter c) {
    this.c = c;
  }

  static Scenario bad() {
    return new LostUpdate(new Bad());
  }

  static Scenario good() {
    return new LostUpdate(new Good());
  }

  public List<Body> bodies() {
    return List.of(c::inc, c::inc);
  }

  public void check() {
    Scenario.expectEquals(2, c.get());
  }
}
