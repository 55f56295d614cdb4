package _09_futures.alternatives.gather;

import _09_futures.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// No futures: each call has an object with its state, and everybody waits at that one monitor.
public final class WaitAndNotify implements TaskGroup {
  private final ThreadFactory factory;

  public WaitAndNotify(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public <T> List<T> gather(List<Callable<T>> tasks, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var start = System.nanoTime();
    var nanos = TimeUnit.NANOSECONDS.convert(Objects.requireNonNull(limit));
    for (var task : tasks) {
      Objects.requireNonNull(task);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (tasks.isEmpty()) {
      return List.of();
    }
    if (nanos <= 0) {
      throw new TimeoutException();
    }
    return new Call<>(new ArrayList<>(tasks)).outcome(start, nanos, factory);
  }

  private static final class Call<T> {
    private final List<Callable<T>> tasks;
    private final List<T> results;
    private final List<Thread> running = new ArrayList<>();
    private int left;
    private Throwable failure;

    Call(List<Callable<T>> tasks) {
      this.tasks = tasks;
      this.results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
      this.left = tasks.size();
    }

    List<T> outcome(long start, long nanos, ThreadFactory factory)
        throws ExecutionException, TimeoutException, InterruptedException {
      try {
        for (var at = 0; at < tasks.size(); at++) {
          start(at, factory);
        }
        return result(start, nanos);
      } finally {
        cancelAndAwait();
      }
    }

    private synchronized void start(int at, ThreadFactory factory) {
      var thread = factory.newThread(() -> run(at));
      thread.start();
      running.add(thread); // a task that ends at once waits for this monitor
    }

    private void run(int at) {
      T result = null;
      Throwable thrown = null;
      try {
        result = tasks.get(at).call();
      } catch (Throwable any) {
        thrown = any;
      }
      end(at, result, thrown);
    }

    private synchronized void end(int at, T result, Throwable thrown) {
      results.set(at, result);
      left--;
      if (failure == null) {
        failure = thrown;
      }
      running.remove(Thread.currentThread());
      notifyAll();
    }

    private synchronized List<T> result(long start, long nanos)
        throws ExecutionException, TimeoutException, InterruptedException {
      while (left > 0 && failure == null) {
        var rest = nanos - (System.nanoTime() - start);
        if (rest <= 0) {
          throw new TimeoutException();
        }
        TimeUnit.NANOSECONDS.timedWait(this, rest);
      }
      if (failure != null) {
        throw new ExecutionException(failure);
      }
      return Collections.unmodifiableList(Arrays.asList(copyOfResults()));
    }

    @SuppressWarnings("unchecked")
    private T[] copyOfResults() {
      return (T[]) results.toArray();
    }

    private synchronized void cancelAndAwait() {
      running.forEach(Thread::interrupt);
      var interrupted = false;
      while (!running.isEmpty()) {
        try {
          wait();
        } catch (InterruptedException late) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
