package _02_threads;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// A few workers square many numbers. The results are taken as they are ready.
public final class PoolOfSquares {
  /// Number 0 takes as long as this many others.
  private static final int SLOWER = 3;

  private PoolOfSquares() {}

  /// A number and its square.
  public record Square(int of, int result) {}

  /// Watches the work. The workers call it, except [#arrived], which main calls.
  public interface Watcher {
    void begins(int number);

    void ends(int number);

    void arrived(Square square);
  }

  /// Squares the numbers from 0 on. Blocks until every worker has ended.
  ///
  /// @param pause milliseconds that one number takes
  public static void square(int numbers, int workers, int pause, Watcher watcher)
      throws InterruptedException, ExecutionException {
    var name = Thread.ofPlatform().name("worker-", 1).factory();
    try (var pool = Executors.newFixedThreadPool(workers, name)) {
      var results = new ExecutorCompletionService<Square>(pool);
      for (var i = 0; i < numbers; i++) {
        var number = i;
        results.submit(() -> square(number, number == 0 ? SLOWER * pause : pause, watcher));
      }
      for (var i = 0; i < numbers; i++) {
        var square = results.take().get(); // whichever is done next
        watcher.arrived(square);
      }
    } // close() waits for the workers to end
  }

  /// Pretends to ask a slow server.
  private static Square square(int number, int pause, Watcher watcher) throws InterruptedException {
    watcher.begins(number);
    try {
      Thread.sleep(pause);
      return new Square(number, number * number);
    } finally {
      watcher.ends(number);
    }
  }
}
