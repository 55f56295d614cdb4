package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

@Trap(
    belief = "a flag and an interrupt end a thread",
    fails = "oneWorkerDoesItsTasks",
    saying = "but was: <[]>")
public final class StopsAtTheFlag implements Crew {
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private volatile boolean open = true;

  public StopsAtTheFlag(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("a pool has at least 1 thread, not " + number);
    }
    threads = Stream.generate(() -> factory.newThread(this::work)).limit(number).toList();
    threads.forEach(Thread::start);
  }

  private void work() {
    while (open) {
      try {
        queue.take().run();
      } catch (Throwable failed) {
        // A task has thrown, or left us interrupted. It harms itself only.
      }
    }
  }

  @Override
  public synchronized void submit(Runnable task) {
    Objects.requireNonNull(task);
    if (!open) {
      throw new RejectedExecutionException("the pool has been shut down");
    }
    queue.add(task);
  }

  @Override
  public void shutdown() throws InterruptedException {
    close();
    for (var thread : threads) {
      thread.join();
    }
  }

  private synchronized void close() {
    open = false;
    threads.forEach(Thread::interrupt);
  }
}
