package _05_conditions.traps.workers;

import _05_conditions.Crew;
import book.Trap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

@Trap(
    belief = "who has been woken is still idle",
    fails = "twoWorkAtTheSameTime",
    saying = "no thread can go on")
public final class WokenIsIdle implements Crew {
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int number;
  private final ThreadFactory factory;
  private int idle;
  private boolean closed;

  public WokenIsIdle(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("no thread");
    }
    this.number = number;
    this.factory = factory;
  }

  private void work() {
    for (var task = next(); task != null; task = next()) {
      Thread.interrupted();
      try {
        task.run();
      } catch (Throwable itsOwn) {
        // whoever wants to know catches it in the task
      }
    }
  }

  private synchronized Runnable next() {
    while (queue.isEmpty() && !closed) {
      idle++;
      try {
        wait();
      } catch (InterruptedException leftByATask) {
        // the flag is cleared now
      } finally {
        idle--;
      }
    }
    return queue.poll();
  }

  @Override
  public synchronized void submit(Runnable task) {
    Objects.requireNonNull(task);
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    queue.add(task);
    if (idle > 0) {
      notify();
    } else if (threads.size() < number) {
      var thread = factory.newThread(this::work);
      threads.add(thread);
      thread.start();
    }
  }

  @Override
  public void shutdown() throws InterruptedException {
    List<Thread> all;
    synchronized (this) {
      closed = true;
      notifyAll();
      all = List.copyOf(threads);
    }
    for (var thread : all) {
      thread.join();
    }
  }
}
