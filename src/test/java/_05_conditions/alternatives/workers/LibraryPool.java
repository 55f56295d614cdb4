package _05_conditions.alternatives.workers;

import _05_conditions.Crew;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The pool of the library. It makes threads when there is work, and new ones for those that died.
public final class LibraryPool implements Crew {
  private final ExecutorService pool;

  public LibraryPool(int number, ThreadFactory factory) {
    pool = Executors.newFixedThreadPool(number, factory);
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
