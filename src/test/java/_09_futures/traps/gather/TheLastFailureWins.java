package _09_futures.traps.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import _09_futures.TaskGroup;
import book.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "a field holds the failure, whoever writes it",
    fails = "theFirstFailure",
    saying = "sold out> but was: <java.lang.IllegalStateException: too late>")
public final class TheLastFailureWins implements TaskGroup {
  private final ThreadFactory factory;

  public TheLastFailureWins(ThreadFactory factory) {
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
    if (mine.isEmpty()) {
      return List.of();
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new TimeoutException();
    }
    @SuppressWarnings("unchecked")
    var results = (T[]) new Object[mine.size()];
    var failure = new AtomicReference<Throwable>();
    var known = new CountDownLatch(1);
    var left = new AtomicInteger(mine.size());
    var threads = new ArrayList<Thread>();
    var ended = new ArrayList<CountDownLatch>();
    try {
      for (var at = 0; at < mine.size(); at++) {
        var place = at;
        var end = new CountDownLatch(1);
        var thread =
            factory.newThread(
                () -> {
                  try {
                    results[place] = mine.get(place).call();
                    if (left.decrementAndGet() == 0) {
                      known.countDown();
                    }
                  } catch (Throwable thrown) {
                    failure.set(thrown);
                    known.countDown();
                  } finally {
                    end.countDown();
                  }
                });
        thread.start();
        threads.add(thread);
        ended.add(end);
      }
      if (!known.await(deadline - System.nanoTime(), NANOSECONDS)) {
        throw new TimeoutException();
      }
      if (failure.get() != null) {
        threads.forEach(Thread::interrupt);
        awaitAll(ended);
        throw new ExecutionException(failure.get());
      }
      return Arrays.asList(results);
    } finally {
      threads.forEach(Thread::interrupt);
      awaitAll(ended);
    }
  }

  private static void awaitAll(List<CountDownLatch> latches) {
    var interrupted = Thread.interrupted();
    for (var latch : latches) {
      while (true) {
        try {
          latch.await();
          break;
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
