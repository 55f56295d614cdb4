package scenarios;

import java.util.List;

/** memory-model bug only: no sequentially consistent interleaving fails */
public class DclNoVolatile implements Scenario {
  static class Config {
    int a, b;

    Config() {
      a = 1;
      b = 2;
    }
  }

  interface Lazy {
    Config get();
  }

  static class Bad implements Lazy {
    private Config o;

    public Config get() {
      Config r = o;
      if (r == null) {
        synchronized (this) {
          r = o;
          if (r == null) {
            o = r = new Config();
          }
        }
      }
      return r;
    }
  }

  static class Good implements Lazy {
    private volatile Config o;

    public Config get() {
      Config r = o;
      if (r == null) {
        synchronized (this) {
          r = o;
          if (r == null) {
            o = r = new Config();
          }
        }
      }
      return r;
    }
  }

  final Lazy l;
  final int[] sum = new int[2];

  DclNoVolatile(Lazy l) {
    this.l = l;
  }

  static Scenario bad() {
    return new DclNoVolatile(new Bad());
  }

  static Scenario good() {
    return new DclNoVolatile(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          Config c = l.get();
          sum[0] = c.a + c.b;
        },
        () -> {
          Config c = l.get();
          sum[1] = c.a + c.b;
        });
  }

  public void check() {
    Scenario.expect(sum[0] == 3 && sum[1] == 3, "half-built object seen");
  }
}
