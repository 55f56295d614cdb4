package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "shutdownNow is shutdown, just quicker",
    fails = "shutdownWaits",
    saying = "but was: <[a task was interrupted]>")
public final class StopsThePoolNow implements Crew {
  private final ExecutorService pool;

  public StopsThePoolNow(int number, ThreadFactory factory) {
    pool = Executors.newFixedThreadPool(number, factory);
  }

  @Override
  public void submit(Runnable task) {
    pool.submit(task);
  }

  @Override
  public void shutdown() throws InterruptedException {
    pool.shutdownNow();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }
}
