package scenarios;

import java.util.List;

/** value and ready flag written without volatile: reordering only */
public class UnsafePublication implements Scenario {
  interface Box {
    void publish();

    int read();
  }

  static class Bad implements Box {
    int value;
    boolean ready;

    public void publish() {
      value = 42;
      ready = true;
    }

    public int read() {
      return ready ? value : -1;
    }
  }

  static class Good implements Box {
    int value;
    volatile boolean ready;

    public void publish() {
      value = 42;
      ready = true;
    }

    public int read() {
      return ready ? value : -1;
    }
  }

  final Box b;
  int got;

  UnsafePublication(Box b) {
    this.b = b;
  }

  static Scenario bad() {
    return new UnsafePublication(new Bad());
  }

  static Scenario good() {
    return new UnsafePublication(new Good());
  }

  public List<Body> bodies() {
    return List.of(b::publish, () -> got = b.read());
  }

  public void check() {
    Scenario.expect(got == -1 || got == 42, "saw ready without value: " + got);
  }
}
