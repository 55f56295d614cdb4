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

@Trap(belief = "if is enough around wait", fails = "oneWorkerDoesItsTasks", saying = "deadlock")
public final class IfAroundWait implements Crew {
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  public IfAroundWait(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException("no thread");
    }
    for (var worker = 0; worker < number; worker++) {
      threads.add(factory.newThread(this::work));
    }
    threads.forEach(Thread::start);
  }

  private void work() {
    for (var task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (Throwable itsOwn) {
        // whoever wants to know catches it in the task
      }
      Thread.interrupted(); // the next task is not to hear of it
    }
  }

  private synchronized Runnable next() {
    if (queue.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException leftByATask) {
        // the flag is cleared now, so the next wait waits
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
