package _03_races;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two threads add one each, and meet at a barrier between reading and writing. What's counted?
public abstract sealed class BarrierIncrements implements Scenario {
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

  public static final class Broken extends BarrierIncrements {
    private int count;

    @Override
    public void addOne() throws Exception {
      var read = count;
      bothHere.await(); // nobody goes on before both have read
      count = read + 1;
      bothHere.await(); // nobody goes on before both have written
    }

    @Override
    public int total() {
      return count;
    }
  }

  public static final class Mended extends BarrierIncrements {
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
