package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two atoms of hydrogen float about, and two of oxygen want two each. Does one get them?
public abstract sealed class TwoAtoms implements Scenario {
  final Semaphore hydrogen = new Semaphore(2);
  private final AtomicInteger molecules = new AtomicInteger();

  abstract boolean takeTwo();

  private void oxygen() {
    if (takeTwo()) {
      molecules.incrementAndGet();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::oxygen, this::oxygen);
  }

  @Override
  public void check() {
    if (molecules.get() != 1) {
      throw new AssertionError("expected 1 molecule, saw " + molecules);
    }
  }

  /// One after the other. Each may get one.
  public static final class Broken extends TwoAtoms {
    @Override
    boolean takeTwo() {
      return hydrogen.tryAcquire() && hydrogen.tryAcquire();
    }
  }

  /// Two at once, or none.
  public static final class Mended extends TwoAtoms {
    @Override
    boolean takeTwo() {
      return hydrogen.tryAcquire(2);
    }
  }
}
