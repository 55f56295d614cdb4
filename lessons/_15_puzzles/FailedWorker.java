package _15_puzzles;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import workbook.Scenario;

/// A boss waits at a latch for two workers. One of them fails. Does the boss wait for ever?
public abstract sealed class FailedWorker implements Scenario {
  final CountDownLatch done = new CountDownLatch(2);

  abstract void work(int portions);

  final void cook(int portions) {
    if (portions > 9) {
      throw new IllegalArgumentException("the pot is too small");
    }
  }

  private void report(int portions) {
    try {
      work(portions);
    } catch (IllegalArgumentException failed) {
      // stands for telling somebody; the others go on
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> report(4), () -> report(40), done::await);
  }

  /// A worker that fails never counts down.
  public static final class Broken extends FailedWorker {
    @Override
    void work(int portions) {
      cook(portions);
      done.countDown();
    }
  }

  /// However the work ends, it counts.
  public static final class Mended extends FailedWorker {
    @Override
    void work(int portions) {
      try {
        cook(portions);
      } finally {
        done.countDown();
      }
    }
  }
}
