package _03_races;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two threads add one together, and meet at a barrier as they do. How much is counted?
public abstract sealed class LostForCertain implements Scenario {
  final CyclicBarrier bothHere = new CyclicBarrier(2);

  public abstract void addOne() throws Exception;

  public abstract int total();

  @Override
  public List<Body> bodies() {
    return List.of(this::addOne, this::addOne);
  }

  @Override
  public void check() {
    if (total() != 2) {
      throw new AssertionError("expected 2, saw " + total());
    }
  }

  public static final class Broken extends LostForCertain {
    private int count;

    @Override
    public void addOne() throws Exception {
      var read = count;
      bothHere.await(); // both threads have read the same number
      count = read + 1;
      bothHere.await(); // both threads have written the same number
    }

    @Override
    public int total() {
      return count;
    }
  }

  public static final class Mended extends LostForCertain {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void addOne() throws Exception {
      bothHere.await();
      count.incrementAndGet();
      bothHere.await();
    }

    @Override
    public int total() {
      return count.get();
    }
  }
}
