package scenarios;

import java.util.List;

/** non-volatile long: the JLS allows a torn read (64-bit HotSpot never shows one) */
public class LongTearing implements Scenario {
  interface Cell {
    void set(long v);

    long get();
  }

  static class Bad implements Cell {
    long v;

    public void set(long x) {
      v = x;
    }

    public long get() {
      return v;
    }
  }

  static class Good implements Cell {
    volatile long v;

    public void set(long x) {
      v = x;
    }

    public long get() {
      return v;
    }
  }

  final Cell c;
  long got;

  LongTearing(Cell c) {
    this.c = c;
  }

  static Scenario bad() {
    return new LongTearing(new Bad());
  }

  static Scenario good() {
    return new LongTearing(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> c.set(-1L), () -> got = c.get());
  }

  public void check() {
    Scenario.expect(got == 0 || got == -1L, "torn " + Long.toHexString(got));
  }
}
