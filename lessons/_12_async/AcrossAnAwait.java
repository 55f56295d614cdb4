package _12_async;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Two coroutines of one loop add one each. Only one runs at a time, until it awaits: the loop is
/// like a lock that is released at an await, and nowhere else.
public abstract sealed class AcrossAnAwait implements Scenario {
  private final ReentrantLock loop = new ReentrantLock();
  int count;

  abstract void addOne();

  /// Whoever is ready may run here.
  void await() {
    loop.unlock();
    loop.lock();
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::coroutine, this::coroutine);
  }

  private void coroutine() {
    loop.lock();
    try {
      addOne();
    } finally {
      loop.unlock();
    }
  }

  @Override
  public void check() {
    if (count != 2) {
      throw new AssertionError("expected 2, saw " + count);
    }
  }

  public static final class Broken extends AcrossAnAwait {
    @Override
    void addOne() {
      var read = count;
      await();
      count = read + 1;
    }
  }

  public static final class Mended extends AcrossAnAwait {
    @Override
    void addOne() {
      await();
      var read = count;
      count = read + 1;
    }
  }
}
