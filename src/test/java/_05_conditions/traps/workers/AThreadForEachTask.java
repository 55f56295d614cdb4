package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "more threads are always faster",
    fails = "oneWorkerDoesItsTasks",
    saying = "worker 1 of 1, made by the factory> but was")
public final class AThreadForEachTask implements Crew {
  private final List<Thread> threads = new ArrayList<>();
  private final ThreadFactory factory;
  private boolean closed;

  public AThreadForEachTask(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("number: " + number);
    }
    this.factory = factory;
  }

  @Override
  public synchronized void submit(Runnable task) {
    Objects.requireNonNull(task);
    if (closed) {
      throw new RejectedExecutionException();
    }
    Thread thread = factory.newThread(task);
    threads.add(thread);
    thread.start();
  }

  @Override
  public void shutdown() throws InterruptedException {
    synchronized (this) {
      closed = true;
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
