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
    belief = "whoever waits for a lock waits for the work",
    fails = "anInterruptEndsTheWaiting",
    saying = "no thread can go on")
public final class OneShutdownAtATime implements Crew {
  private static final Runnable PILL = () -> {};

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Object door = new Object();
  private final List<Thread> threads;
  private boolean open = true;

  public OneShutdownAtATime(int number, ThreadFactory factory) {
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
        Thread.interrupted();
        task.run();
      } catch (Throwable failed) {
        // harms itself only
      }
    }
  }

  @Override
  public void submit(Runnable task) {
    Objects.requireNonNull(task);
    synchronized (door) {
      if (!open) {
        throw new RejectedExecutionException("the pool has been shut down");
      }
      queue.add(task);
    }
  }

  @Override
  public synchronized void shutdown() throws InterruptedException {
    synchronized (door) {
      if (open) {
        open = false;
        threads.forEach(_ -> queue.add(PILL));
      }
    }
    for (var thread : threads) {
      thread.join();
    }
  }
}
