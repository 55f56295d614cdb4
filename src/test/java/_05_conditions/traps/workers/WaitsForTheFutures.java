package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a failed task is reported by shutdown",
    fails = "noHarmToTheOthers",
    saying = "a task has failed")
public final class WaitsForTheFutures implements Crew {
  private final ExecutorService pool;
  private final Queue<Future<?>> futures = new ConcurrentLinkedQueue<>();

  public WaitsForTheFutures(int number, ThreadFactory factory) {
    pool = Executors.newFixedThreadPool(number, factory);
  }

  @Override
  public void submit(Runnable task) {
    futures.add(pool.submit(task));
  }

  @Override
  public void shutdown() throws InterruptedException {
    pool.shutdown();
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a task has failed", e.getCause());
      }
    }
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }
}
