package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicIntegerArray;
import workbook.Scenario;

/// A barrier for two, made of semaphores, used round after round. Does anybody get ahead?
public abstract sealed class BarrierFromSemaphores implements Scenario {
  private static final int THREADS = 2;

  private final AtomicIntegerArray reached = new AtomicIntegerArray(THREADS);
  private int arrived;

  abstract Semaphore exit(int round);

  private void await(int round) throws InterruptedException {
    synchronized (this) {
      if (++arrived % THREADS == 0) {
        exit(round).release(THREADS);
      }
    }
    exit(round).acquire();
  }

  private void work(int me) throws InterruptedException {
    for (var round = 1; round <= 2; round++) {
      reached.set(me, round);
      await(round);
      if (reached.get(1 - me) < round) {
        throw new AssertionError("one is through round " + round + ", the other is not there");
      }
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> work(0), () -> work(1));
  }

  /// One exit for all rounds: a quick thread takes the permit that a slow one has not used yet.
  public static final class Broken extends BarrierFromSemaphores {
    private final Semaphore exit = new Semaphore(0);

    @Override
    Semaphore exit(int round) {
      return exit;
    }
  }

  /// Two exits in turn: nobody reaches the first again before all have left it.
  public static final class Mended extends BarrierFromSemaphores {
    private final Semaphore[] exits = {new Semaphore(0), new Semaphore(0)};

    @Override
    Semaphore exit(int round) {
      return exits[round % 2];
    }
  }
}
