package scenarios;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

/** Language features a student may use; each must load, run and pass. */
public class Tricky implements Scenario {
  sealed interface Shape permits Sq, Ci {}

  record Sq(int a) implements Shape {}

  record Ci(int r) implements Shape {}

  enum Mode {
    A,
    B
  }

  abstract static class Base {
    long total;
    double d;

    abstract void go();
  }

  static class P extends Base {
    void go() {
      total += 5L;
      d += 0.5;
    }
  }

  static class Q extends Base {
    void go() {
      total -= 5L;
    }
  }

  static int st;

  static synchronized void stat() {
    st++;
  }

  static final Object L = new Object();
  int[][] grid = new int[2][2];
  String s = "";
  final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());
  Mode mode = Mode.A;
  volatile long vl;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition c = lock.newCondition();
  boolean ready;

  static Scenario make() {
    return new Tricky();
  }

  synchronized long mixed(long x, double y, Object o) throws Exception {
    if (x > 3) {
      throw new IllegalStateException("x");
    }
    return x + (long) y;
  }

  int area(Shape sh) {
    return switch (sh) {
      case Sq(int a) -> a * a;
      case Ci(int r) -> 3 * r * r;
    };
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          stat();
          Base b = mode == Mode.A ? new P() : new Q();
          b.go();
          if (b.total != 5) {
            throw new AssertionError("total " + b.total);
          }
          synchronized (L) {
            grid[0][1]++;
            try {
              mixed(9, 1.0, this);
            } catch (IllegalStateException e) {
              s = s + e.getMessage();
            }
          }
          lock.lock();
          try {
            ready = true;
            c.signalAll();
          } finally {
            lock.unlock();
          }
          Scenario.expectEquals(4, area(new Sq(2)));
          String t = IntStream.range(0, 3).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
          if (!t.equals("v0,v1,v2")) {
            throw new AssertionError(t);
          }
        },
        () -> {
          stat();
          synchronized (L) {
            grid[0][1]++;
            Iterator<Integer> it = new ArrayList<>(List.of(1, 2)).iterator();
            while (it.hasNext()) {
              st += 0 * it.next();
            }
          }
          lock.lock();
          try {
            while (!ready) {
              c.await();
            }
          } finally {
            lock.unlock();
          }
          Object o = mode;
          String r = o instanceof Mode mm && mm == Mode.A ? "a" : "b";
          int[] local = {1, 2, 3};
          long sum = 0;
          for (int v : local) {
            sum += v;
          }
          if (sum != 6) {
            throw new AssertionError();
          }
          try {
            throw new Exception("q");
          } catch (Exception e) {
            if (!r.equals("a")) {
              throw e;
            }
          } finally {
            vl++;
          }
        });
  }

  public void check() {
    Scenario.expectEquals(2, grid[0][1]);
    Scenario.expect(s.equals("x"), s);
    Scenario.expectEquals(1L, vl);
  }
}
