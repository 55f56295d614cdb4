package scenarios;

import java.lang.invoke.*;
import java.util.List;

/** volatile int v++ ; good: VarHandle getAndAdd */
public class VolatileInc implements Scenario {
  interface Counter {
    void inc();

    int get();
  }

  static class Bad implements Counter {
    private volatile int n;

    public void inc() {
      n++;
    }

    public int get() {
      return n;
    }
  }

  static class Good implements Counter {
    private volatile int n;
    private static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(Good.class, "n", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    public void inc() {
      N.getAndAdd(this, 1);
    }

    public int get() {
      return n;
    }
  }

  final Counter c;

  VolatileInc(Counter c) {
    this.c = c;
  }

  static Scenario bad() {
    return new VolatileInc(new Bad());
  }

  static Scenario good() {
    return new VolatileInc(new Good());
  }

  public List<Body> bodies() {
    return List.of(c::inc, c::inc);
  }

  public void check() {
    Scenario.expectEquals(2, c.get());
  }
}
