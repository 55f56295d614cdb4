package _09_futures.alternatives.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/// Futures that complete each other. They can't interrupt, so the threads are kept beside them; and
/// a failure is a value here, because `get` treats some exceptions in its own way.
public final class ComposedFutures implements TaskGroup {
  private final ThreadFactory factory;

  public ComposedFutures(ThreadFactory factory) {
    this.factory = factory;
  }

  /// How a task ended.
  private record Ended<T>(T result, Throwable thrown) {
    static <T> Ended<T> of(Callable<T> task) {
      try {
        return new Ended<>(task.call(), null);
      } catch (Throwable any) {
        return new Ended<>(null, any);
      }
    }
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
    var threads = new ArrayList<Thread>();
    var ended = new ArrayList<CompletableFuture<Ended<T>>>();
    var failure = new CompletableFuture<Throwable>();
    try {
      for (var task : mine) {
        var future = new CompletableFuture<Ended<T>>();
        var thread =
            factory.newThread(
                () -> {
                  var end = Ended.of(task);
                  if (end.thrown() != null) {
                    failure.complete(end.thrown());
                  }
                  future.complete(end);
                });
        thread.start();
        threads.add(thread);
        ended.add(future);
      }
      var all = CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new));
      CompletableFuture.anyOf(all, failure).get(deadline - System.nanoTime(), NANOSECONDS);
      if (failure.isDone()) {
        throw new ExecutionException(failure.join());
      }
      return ended.stream().map(future -> future.join().result()).toList();
    } finally {
      threads.forEach(Thread::interrupt);
      CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new)).join();
    }
  }
}
