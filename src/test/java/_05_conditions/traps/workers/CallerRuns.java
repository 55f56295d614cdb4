package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a full pool lets the caller do the work",
    fails = "anyNumber",
    saying = "expected: <100> but was: <101>")
public final class CallerRuns implements Crew {
  private final ExecutorService pool;

  public CallerRuns(int number, ThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            number,
            number,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(16),
            factory,
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  @Override
  public void submit(Runnable task) {
    pool.submit(task);
  }

  @Override
  public void shutdown() throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }
}
