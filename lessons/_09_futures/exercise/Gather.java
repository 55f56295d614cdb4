package _09_futures.exercise;

import _09_futures.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/// Tasks that are done together: all results, or the first failure.
public final class Gather implements TaskGroup {
  private final ThreadFactory factory;

  public Gather(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var futures = tasks.stream().map(FutureTask::new).toList();
    futures.forEach(future -> factory.newThread(future).start());
    var results = new ArrayList<T>();
    for (var future : futures) {
      // TODO: what if a later task has failed long ago? And what if the limit runs out?
      results.add(future.get());
    }
    // TODO: whoever leaves early leaves tasks behind.
    return results;
  }
}
