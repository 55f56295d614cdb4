package scenarios;

import java.util.List;
import java.util.concurrent.*;

/** the worker must end when it is interrupted */
public class InterruptSwallowed implements Scenario {
  abstract static class W extends Thread {
    final BlockingQueue<Integer> q = new LinkedBlockingQueue<>();
    int done;
  }

  static class Bad extends W {
    public void run() {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          q.take();
          done++;
        } catch (InterruptedException e) {
          /* swallowed */
        }
      }
    }
  }

  static class Good extends W {
    public void run() {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          q.take();
          done++;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  final W w;

  InterruptSwallowed(W w) {
    this.w = w;
    w.setDaemon(true);
  }

  static Scenario bad() {
    return new InterruptSwallowed(new Bad());
  }

  static Scenario good() {
    return new InterruptSwallowed(new Good());
  }

  public List<Body> bodies() {
    return List.of(
        () -> {
          Thread t = w;
          t.start();
          w.q.put(1);
          t.interrupt();
          t.join();
        });
  }
}
