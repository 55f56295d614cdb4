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
    belief = "what is thrown is an exception or an error",
    fails = "noHarmToTheOthers",
    saying = "thrown java.lang.Throwable: neither an exception nor an error")
public final class CatchesExceptionsAndErrors implements Crew {
  private final Queue<Runnable> rail = new ArrayDeque<>();
  private final List<Thread> cooks = new ArrayList<>();
  private boolean closed;

  public CatchesExceptionsAndErrors(int number, ThreadFactory factory) {
    if (number < 1) {
      throw new IllegalArgumentException();
    }
    for (var n = 0; n < number; n++) {
      cooks.add(factory.newThread(this::work));
    }
    cooks.forEach(Thread::start);
  }

  private void work() {
    for (Runnable task; (task = next()) != null; ) {
      try {
        task.run();
      } catch (Exception | Error failed) {
        /* forgotten */
      }
    }
  }

  private synchronized Runnable next() {
    Thread.interrupted();
    while (rail.isEmpty()) {
      if (closed) {
        return null;
      }
      try {
        wait();
      } catch (InterruptedException dropped) {
      }
    }
    Thread.interrupted();
    return rail.remove();
  }

  @Override
  public synchronized void submit(Runnable task) {
    Objects.requireNonNull(task);
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    rail.add(task);
    notify();
  }

  @Override
  public void shutdown() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (var cook : cooks) {
      cook.join();
    }
  }
}
