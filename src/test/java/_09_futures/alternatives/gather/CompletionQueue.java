package _09_futures.alternatives.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/// The library's own queue of ended tasks, and an executor whose `close` waits for its threads.
public final class CompletionQueue implements TaskGroup {
  private final ThreadFactory factory;

  public CompletionQueue(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var deadline = System.nanoTime() + NANOSECONDS.convert(limit);
    var mine = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!mine.isEmpty() && !limit.isPositive()) {
      throw new TimeoutException();
    }
    var futures = new ArrayList<Future<T>>();
    try (var executor = Executors.newThreadPerTaskExecutor(factory)) {
      try {
        var completed = new ExecutorCompletionService<T>(executor);
        for (var task : mine) {
          futures.add(completed.submit(task));
        }
        for (var _ : mine) {
          var next = completed.poll(deadline - System.nanoTime(), NANOSECONDS);
          if (next == null) {
            throw new TimeoutException();
          }
          next.get();
        }
      } finally {
        futures.forEach(future -> future.cancel(true));
      }
    }
    return futures.stream().map(Future::resultNow).toList();
  }
}
