package _15_puzzles;

import java.util.List;
import workbook.Scenario;

/// A waiter hands out the forks: one thread at a time is in the monitor. Does everybody eat?
public abstract sealed class BothForks implements Scenario {
  final boolean[] taken = new boolean[3];

  abstract void take(int left, int right) throws InterruptedException;

  private synchronized void putBack(int left, int right) {
    taken[left] = false;
    taken[right] = false;
    notifyAll();
  }

  private void eat(int times, int left, int right) throws InterruptedException {
    for (var meal = 0; meal < times; meal++) {
      take(left, right);
      putBack(left, right);
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> eat(2, 0, 1), () -> eat(1, 1, 2), () -> eat(1, 2, 0));
  }

  /// One method, but not one step: `wait` lets others in while this thread keeps a fork.
  public static final class Broken extends BothForks {
    @Override
    synchronized void take(int left, int right) throws InterruptedException {
      while (taken[left]) {
        wait();
      }
      taken[left] = true;
      while (taken[right]) {
        wait();
      }
      taken[right] = true;
    }
  }

  /// Whoever waits has nothing.
  public static final class Mended extends BothForks {
    @Override
    synchronized void take(int left, int right) throws InterruptedException {
      while (taken[left] || taken[right]) {
        wait();
      }
      taken[left] = true;
      taken[right] = true;
    }
  }
}
