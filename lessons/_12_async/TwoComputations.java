package _12_async;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Two computations of several pieces each: as coroutines of one loop, and as two threads.
///
/// @param piece computes the next piece of the `first` or the `second`
public record TwoComputations(int pieces, Consumer<String> piece) {
  private Void compute(String who) {
    for (var i = 0; i < pieces; i++) {
      piece.accept(who);
    }
    return null;
  }

  private Void computeAndGiveWay(String who, Loop loop) throws Exception {
    for (var i = 0; i < pieces; i++) {
      piece.accept(who);
      loop.sleep(Duration.ZERO).await();
    }
    return null;
  }

  /// Each computes to its end.
  public void asCoroutines(Loop loop) throws Exception {
    runBoth(loop, () -> compute("first"), () -> compute("second"));
  }

  /// After each piece, the other one gets its turn.
  public void asCoroutinesThatGiveWay(Loop loop) throws Exception {
    runBoth(loop, () -> computeAndGiveWay("first", loop), () -> computeAndGiveWay("second", loop));
  }

  private static void runBoth(Loop loop, Callable<Void> first, Callable<Void> second)
      throws Exception {
    var tasks = List.of(loop.createTask("first", first), loop.createTask("second", second));
    loop.runUntilComplete(LoopFutures.gather(tasks));
  }

  /// The operating system decides who computes when.
  public void asThreads() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = List.<Callable<Void>>of(() -> compute("first"), () -> compute("second"));
      for (var result : threads.invokeAll(both)) {
        result.get();
      }
    }
  }
}
