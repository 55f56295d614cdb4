package scenarios;

import java.util.*;
import java.util.concurrent.*;

/** tasks of a fixed pool append to a shared list */
public class ExecutorList implements Scenario {
  interface Log {
    void add(int i);

    int size();
  }

  static class Bad implements Log {
    final ArrayList<Integer> l = new ArrayList<>();

    public void add(int i) {
      l.add(i);
    }

    public int size() {
      return l.size();
    }
  }

  static class Good implements Log {
    final ConcurrentLinkedQueue<Integer> l = new ConcurrentLinkedQueue<>();

    public void add(int i) {
      l.add(i);
    }

    public int size() {
      return l.size();
    }
  }

  final Log log;

  ExecutorList(Log l) {
    log = l;
  }

  static Scenario bad() {
    return new ExecutorList(new Bad());
  }

  static Scenario good() {
    return new ExecutorList(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          ExecutorService ex = Executors.newFixedThreadPool(2);
          try {
            Future<?> a = ex.submit(() -> log.add(1)), b = ex.submit(() -> log.add(2));
            a.get();
            b.get();
          } finally {
            ex.shutdown();
          }
        });
  }

  public void check() {
    Scenario.expectEquals(2, log.size());
  }
}
