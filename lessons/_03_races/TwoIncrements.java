package _03_races;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two threads increment the same zero, and each keeps the number it got. Can both get 1?
public abstract sealed class TwoIncrements implements Scenario {
  private int left;
  private int right;

  public abstract int increment();

  @Override
  public List<Body> bodies() {
    return List.of(() -> left = increment(), () -> right = increment());
  }

  @Override
  public void check() {
    if (left == right) {
      throw new AssertionError("both got " + left);
    }
  }

  public static final class Plain extends TwoIncrements {
    private int count;

    @Override
    public int increment() {
      return ++count;
    }
  }

  public static final class Volatile extends TwoIncrements {
    private volatile int count;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the mistake is the exhibit
    public int increment() {
      return ++count;
    }
  }

  public static final class Atomic extends TwoIncrements {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public int increment() {
      return count.incrementAndGet();
    }
  }
}
