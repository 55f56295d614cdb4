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
    belief = "take() throws if its thread is interrupted",
    fails = "idleWorkersSleep",
    saying = "but was: <[at first, at last, which was interrupted]>")
public final class TrustsTake implements Crew {
  private static final Runnable PILL = () -> {};

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private boolean open = true;

  public TrustsTake(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("a pool has at least 1 thread, not " + number);
    }
    threads = Stream.generate(() -> factory.newThread(this::work)).limit(number).toList();
    threads.forEach(Thread::start);
  }

  private void work() {
    while (true) {
      try {
        var task = queue.take();
        if (task == PILL) {
          return;
        }
        task.run();
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
    if (open) {
      open = false;
      threads.forEach(_ -> queue.add(PILL));
    }
  }
}
