package _05_conditions.alternatives.workers;

import _05_conditions.Crew;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/// No pills: workers look at the queue and at a flag, under one intrinsic lock.
public final class OneMonitor implements Crew {
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final List<Thread> threads;
  private boolean closed;

  public OneMonitor(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("no thread");
    }
    threads = Stream.generate(() -> factory.newThread(this::work)).limit(number).toList();
    threads.forEach(Thread::start);
  }

  private void work() {
    while (true) {
      Runnable task;
      synchronized (this) {
        while (queue.isEmpty()) {
          if (closed) {
            return;
          }
          waitForTheNext();
        }
        task = queue.remove();
      }
      Thread.interrupted(); // the next task is not to hear of it
      try {
        task.run();
      } catch (Throwable itsOwn) {
        // whoever wants to know catches it in the task
      }
    }
  }

  /// Called with the lock.
  private void waitForTheNext() {
    try {
      wait();
    } catch (InterruptedException leftByATask) {
      // the flag is cleared now, so the next wait waits
    }
  }

  @Override
  public synchronized void submit(Runnable task) {
    Objects.requireNonNull(task);
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    queue.add(task);
    notify(); // only workers wait here
  }

  @Override
  public void shutdown() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (var thread : threads) {
      thread.join();
    }
  }
}
