package _09_futures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Main hands numbers to a pool of three workers, and asks each future for the square.
public final class PoolAndFuture {
  public static final int WORKERS = 3;

  private PoolAndFuture() {}

  /// Watches main: after each kind of call it is told what main has just done.
  public interface Watcher {
    void did(String call);
  }

  /// @param early how many futures were done when main had submitted all
  /// @param results the squares, in the order of the numbers
  public record Squares(int early, List<Integer> results) {}

  /// Squares the numbers from 0 on. Blocks until the workers have ended.
  ///
  /// @param pause milliseconds that one number takes
  public static Squares of(int numbers, int pause, Watcher main)
      throws InterruptedException, ExecutionException {
    var allSubmitted = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(WORKERS)) {
      var futures = new ArrayList<Future<Integer>>();
      for (var i = 0; i < numbers; i++) {
        var number = i;
        futures.add(
            pool.submit(
                () -> {
                  allSubmitted.await();
                  TimeUnit.MILLISECONDS.sleep(pause);
                  return number * number;
                }));
      }
      main.did("submit()");
      var early = (int) futures.stream().filter(Future::isDone).count();
      main.did("isDone()");
      allSubmitted.countDown();
      var results = new ArrayList<Integer>();
      for (var future : futures) {
        results.add(future.get());
      }
      main.did("get()");
      pool.shutdown();
      main.did("shutdown()");
      return new Squares(early, results);
    }
  }
}
