package _09_futures.traps.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import book.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

@Trap(
    belief = "without tasks nobody looks at the limit",
    fails = "theEdges",
    saying = "no tasks, and null for the limit")
public final class NoTasksNoLimit implements TaskGroup {
  private final ThreadFactory factory;

  public NoTasksNoLimit(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {

    var futures = List.copyOf(tasks).stream().map(FutureTask::new).toList();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (futures.isEmpty()) {
      return List.of();
    }
    var deadline = System.nanoTime() + NANOSECONDS.convert(limit);
    if (!futures.isEmpty() && !limit.isPositive()) {
      throw new TimeoutException("no time at all");
    }
    var ended = new LinkedBlockingQueue<FutureTask<T>>();
    var threads = new ArrayList<Thread>();
    try {
      for (var future : futures) {
        threads.add(start(future, ended));
      }
      for (var _ : futures) {
        throwIfFailed(next(ended, deadline));
      }
      return futures.stream().map(FutureTask::resultNow).toList();
    } finally {
      threads.forEach(Thread::interrupt);
      joinAll(threads);
    }
  }

  private <T> Thread start(FutureTask<T> future, BlockingQueue<FutureTask<T>> ended) {
    var thread =
        factory.newThread(
            () -> {
              future.run(); // throws nothing: the future keeps it
              ended.add(future);
            });
    thread.start();
    return thread;
  }

  private static <T> FutureTask<T> next(BlockingQueue<FutureTask<T>> ended, long deadline)
      throws TimeoutException, InterruptedException {
    var next = ended.poll(deadline - System.nanoTime(), NANOSECONDS);
    if (next == null) {
      throw new TimeoutException("the limit has run out");
    }
    return next;
  }

  private static void throwIfFailed(FutureTask<?> ended)
      throws ExecutionException, InterruptedException {
    ended.get();
  }

  /// Waits for all threads, however often it is interrupted, and keeps the interrupt for the
  /// caller.
  private static void joinAll(List<Thread> threads) {
    var interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException late) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
