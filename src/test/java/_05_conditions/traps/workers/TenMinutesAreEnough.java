package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "no task takes longer than ten minutes",
    fails = "shutdownWaits",
    saying = "but was: <[]>")
public final class TenMinutesAreEnough implements Crew {
  private final ExecutorService pool;

  public TenMinutesAreEnough(int number, ThreadFactory factory) {
    pool = Executors.newFixedThreadPool(number, factory);
  }

  @Override
  public void submit(Runnable task) {
    pool.submit(task);
  }

  @Override
  public void shutdown() throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.MINUTES);
  }
}
