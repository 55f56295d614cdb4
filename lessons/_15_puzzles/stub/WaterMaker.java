package _15_puzzles.stub;

import _15_puzzles.Molecules;
import java.util.concurrent.Semaphore;

/// Makes water of threads.
public final class WaterMaker implements Molecules {
  private final Semaphore hydrogen = new Semaphore(0);
  private final Semaphore oxygen = new Semaphore(0);

  // TODO: oxygen lets two atoms go, and they let it go. But which two, and which one? And who knows
  // the number of the molecule?

  @Override
  public int hydrogen() throws InterruptedException {
    oxygen.release();
    hydrogen.acquire();
    return 1;
  }

  @Override
  public int oxygen() throws InterruptedException {
    oxygen.acquire(2);
    hydrogen.release(2);
    return 1;
  }

  @Override
  public int waiting() {
    return oxygen.availablePermits();
  }
}
