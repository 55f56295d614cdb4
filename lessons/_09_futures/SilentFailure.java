package _09_futures;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workbook.Scenario;

/// One task reads the settings, the other needs them, and main waits for both.
public abstract sealed class SilentFailure implements Scenario {
  private volatile String settings;

  final void read() {
    settings = "8080";
  }

  final void start() {
    Integer.parseInt(settings); // throws when there are none yet
  }

  abstract void runBoth(ExecutorService pool) throws InterruptedException, ExecutionException;

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            runBoth(pool);
          } catch (ExecutionException mainHearsOfIt) {
            start(); // again: by now, the settings are there
          }
        });
  }

  public static final class Broken extends SilentFailure {
    @Override
    void runBoth(ExecutorService pool) throws InterruptedException {
      var bothEnded = new CountDownLatch(2);
      for (var task : List.<Runnable>of(this::read, this::start)) {
        pool.submit(
            () -> {
              task.run();
              bothEnded.countDown();
            });
      }
      bothEnded.await();
    }
  }

  public static final class Mended extends SilentFailure {
    @Override
    void runBoth(ExecutorService pool) throws InterruptedException, ExecutionException {
      for (var future : List.of(pool.submit(this::read), pool.submit(this::start))) {
        future.get();
      }
    }
  }
}
