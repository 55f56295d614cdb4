package _09_futures;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Three tasks: one answers, one throws, one waits for ever. All of them, or any of them, within a
/// limit.
public final class InvokeWithLimit {
  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  private final Callable<String> fails =
      () -> {
        throw new IllegalStateException("the disk is full");
      };
  private final Callable<String> waits =
      () -> {
        waiting.countDown();
        try {
          never.await();
          return "never";
        } catch (InterruptedException asked) {
          interrupted.countDown();
          throw asked;
        }
      };
  private final Callable<String> answers =
      () -> {
        waiting.await(); // so that all three are at work
        return "an answer";
      };

  public List<Future<String>> all(Duration limit) throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(3)) {
      return pool.invokeAll(
          List.of(fails, waits, answers), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  public String any(Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (var pool = Executors.newFixedThreadPool(3)) {
      return pool.invokeAny(
          List.of(fails, waits, answers), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Whether the task that waits for ever was interrupted.
  public boolean wasInterrupted() {
    return interrupted.getCount() == 0;
  }
}
