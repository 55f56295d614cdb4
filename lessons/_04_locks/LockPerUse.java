package _04_locks;

import java.util.List;
import workbook.Scenario;

/// Two threads each count one visitor under a lock. Which lock?
public abstract sealed class LockPerUse implements Scenario {
  int visitors;

  abstract void enter();

  @Override
  public List<Body> bodies() {
    return List.of(this::enter, this::enter);
  }

  @Override
  public void check() {
    if (visitors != 2) {
      throw new AssertionError("expected 2 visitors, saw " + visitors);
    }
  }

  /// A new lock each time: nobody else will ever ask for it.
  public static final class Broken extends LockPerUse {
    @Override
    void enter() {
      var lock = new Object();
      synchronized (lock) {
        visitors++;
      }
    }
  }

  /// One lock, made together with the number that it guards.
  public static final class Mended extends LockPerUse {
    private final Object lock = new Object();

    @Override
    void enter() {
      synchronized (lock) {
        visitors++;
      }
    }
  }
}
