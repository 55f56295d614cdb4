package _15_puzzles.traps.watermaker;

import _15_puzzles.Molecules;
import book.Trap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "permits know for whom they are",
    fails = "tooFewWait",
    saying = "atoms that wait for others: OH")
public final class PermitsOnly implements Molecules {
  private final Semaphore hydrogen = new Semaphore(0);
  private final Semaphore oxygen = new Semaphore(0);
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public int hydrogen() throws InterruptedException {
    oxygen.release();
    hydrogen.acquire();
    return made.get();
  }

  @Override
  public int oxygen() throws InterruptedException {
    oxygen.acquire(2);
    var number = made.incrementAndGet();
    hydrogen.release(2);
    return number;
  }

  @Override
  public int waiting() {
    return oxygen.availablePermits();
  }
}
