package _09_futures.alternatives.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Nobody waits for a task, only for the end of a pool. The first thing that goes wrong ends it.
public final class EndOfThePool implements TaskGroup {
  private final ThreadFactory factory;

  public EndOfThePool(ThreadFactory factory) {
    this.factory = factory;
  }

  private static final class Pool extends ThreadPoolExecutor {
    final AtomicReference<Throwable> wrong = new AtomicReference<>();

    Pool(int number, ThreadFactory factory) {
      super(number, number, 0, NANOSECONDS, new SynchronousQueue<>(), factory);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable unused) {
      if (task instanceof FutureTask<?> future && future.state() == FutureTask.State.FAILED) {
        wentWrong(new ExecutionException(future.exceptionNow()));
      }
    }

    /// Returns whether it is the first.
    boolean wentWrong(Throwable thrown) {
      var first = wrong.compareAndSet(null, thrown);
      if (first) {
        shutdownNow();
      }
      return first;
    }
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var deadline = System.nanoTime() + NANOSECONDS.convert(limit);
    var futures = List.copyOf(tasks).stream().map(FutureTask::new).toList();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (futures.isEmpty()) {
      return List.of();
    }
    if (!limit.isPositive()) {
      throw new TimeoutException();
    }
    var pool = new Pool(futures.size(), factory);
    var interrupted = false;
    try {
      futures.forEach(pool::execute);
      pool.shutdown();
      if (!pool.awaitTermination(deadline - System.nanoTime(), NANOSECONDS)) {
        pool.wentWrong(new TimeoutException());
      }
    } catch (InterruptedException now) {
      interrupted = !pool.wentWrong(now);
    } catch (RuntimeException | Error noThread) {
      pool.wentWrong(noThread); // or the pool has been shut down by a failure
    }
    awaitEnd(pool, interrupted);
    return switch (pool.wrong.get()) {
      case null -> futures.stream().map(FutureTask::resultNow).toList();
      case ExecutionException failure -> throw failure;
      case TimeoutException late -> throw late;
      case InterruptedException cancelled -> throw cancelled;
      case RuntimeException noThread -> throw noThread;
      case Throwable noThread -> throw (Error) noThread;
    };
  }

  private static void awaitEnd(Pool pool, boolean interruptedBefore) {
    var interrupted = interruptedBefore;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(Long.MAX_VALUE, NANOSECONDS);
      } catch (InterruptedException late) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
