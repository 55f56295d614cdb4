package scenarios;

import java.util.List;
import java.util.concurrent.*;

/** a task waits for a task of the same one-thread pool: always deadlocks */
public class PoolStarvation implements Scenario {
  interface Job {
    int run(ExecutorService ex) throws Exception;
  }

  static class Bad implements Job {
    public int run(ExecutorService ex) throws Exception {
      return ex.submit(() -> ex.submit(() -> 1).get() + 1).get();
    }
  }

  static class Good implements Job {
    public int run(ExecutorService ex) throws Exception {
      Future<Integer> inner = ex.submit(() -> 1);
      return ex.submit(() -> inner.get() + 1).get();
    }
  }

  final Job j;

  PoolStarvation(Job j) {
    this.j = j;
  }

  static Scenario bad() {
    return new PoolStarvation(new Bad());
  }

  static Scenario good() {
    return new PoolStarvation(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          ExecutorService ex =
              Executors.newSingleThreadExecutor(
                  r -> {
                    Thread t = new Thread(r);
                    t.setDaemon(true);
                    return t;
                  });
          try {
            Scenario.expectEquals(2, j.run(ex));
          } finally {
            ex.shutdown();
          }
        });
  }
}
