package _09_futures.traps.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import book.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

@Trap(
    belief = "invokeAll ends when a task fails",
    fails = "theFirstFailure",
    saying = "deadlock: no thread can go on")
public final class InvokesAll implements TaskGroup {
  private final ThreadFactory factory;

  public InvokesAll(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var nanos = NANOSECONDS.convert(limit);
    var mine = List.copyOf(tasks);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!mine.isEmpty() && nanos <= 0) {
      throw new TimeoutException();
    }
    try (var pool = Executors.newThreadPerTaskExecutor(factory)) {
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(mine, nanos, NANOSECONDS)) {
        if (future.isCancelled()) {
          throw new TimeoutException();
        }
        results.add(future.get());
      }
      return results;
    }
  }
}
