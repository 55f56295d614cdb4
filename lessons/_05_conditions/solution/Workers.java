package _05_conditions.solution;

import _05_conditions.Crew;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/// Threads that take tasks from one queue, until each of them takes a poison pill.
public final class Workers implements Crew {
  private static final Runnable PILL = () -> {};

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads;
  private boolean open = true;

  public Workers(int number, ThreadFactory factory) {
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
        Thread.interrupted(); // it wasn't meant for this task
        task.run();
      } catch (Throwable failed) {
        // A task has thrown, or left us interrupted. It harms itself only.
      }
    }
  }

  /// One step, so that no task is accepted behind the pills.
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

  /// A pill for each thread, behind all tasks.
  private synchronized void close() {
    if (open) {
      open = false;
      threads.forEach(_ -> queue.add(PILL));
    }
  }
}
