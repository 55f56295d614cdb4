package _02_threads;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workbook.Scenario;

/// A thread puts an apple into a basket. Does whoever started it find the apple there?
public abstract sealed class MissingJoin implements Scenario {
  private final List<String> basket = new CopyOnWriteArrayList<>();
  private List<String> found;

  /// Waits for the thread, or doesn't.
  abstract void await(Thread thread) throws InterruptedException;

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          var thread = new Thread(() -> basket.add("apple"));
          thread.start();
          await(thread);
          found = List.copyOf(basket);
        });
  }

  @Override
  public void check() {
    if (!found.contains("apple")) {
      throw new AssertionError("expected the apple, found " + found);
    }
  }

  /// Looks at once.
  public static final class Broken extends MissingJoin {
    @Override
    void await(Thread thread) {
      // it has been started: won't it be done by now?
    }
  }

  /// Looks when the thread has ended.
  public static final class Mended extends MissingJoin {
    @Override
    void await(Thread thread) throws InterruptedException {
      thread.join();
    }
  }
}
