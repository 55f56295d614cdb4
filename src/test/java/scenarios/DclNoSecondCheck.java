package scenarios;

import java.util.List;

public class DclNoSecondCheck implements Scenario {
  interface Lazy {
    Object get();
  }

  static class Bad implements Lazy {
    private volatile Object o;

    public Object get() {
      if (o == null) {
        synchronized (this) {
          o = new Object();
        }
      }
      return o;
    }
  }

  static class Good implements Lazy {
    private volatile Object o;

    public Object get() {
      Object r = o;
      if (r == null) {
        synchronized (this) {
          r = o;
          if (r == null) {
            o = r = new Object();
          }
        }
      }
      return r;
    }
  }

  final Lazy l;
  final Object[] got = new Object[2];

  DclNoSecondCheck(Lazy l) {
    this.l = l;
  }

  static Scenario bad() {
    return new DclNoSecondCheck(new Bad());
  }

  static Scenario good() {
    return new DclNoSecondCheck(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> got[0] = l.get(), () -> got[1] = l.get());
  }

  public void check() {
    Scenario.expect(got[0] == got[1], "two instances");
  }
}
