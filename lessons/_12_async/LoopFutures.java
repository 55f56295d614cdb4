package _12_async;

import java.util.ArrayList;
import java.util.List;

/// Several futures of one loop, at least one, as a single future.
public final class LoopFutures {
  private LoopFutures() {}

  /// All results in their order, or the first failure. Cancelling it cancels all of them.
  public static <T> LoopFuture<List<T>> gather(List<? extends LoopFuture<T>> futures) {
    var all =
        new LoopFuture<List<T>>(futures.getFirst().loop) {
          private int left = futures.size();

          void oneMore(LoopFuture<T> future) {
            try {
              future.result();
              if (--left == 0 && !isDone()) {
                setResult(results(futures));
              }
            } catch (Exception failure) {
              if (!isDone()) {
                setException(failure);
              }
            }
          }

          @Override
          public boolean cancel() {
            futures.forEach(LoopFuture::cancel);
            return super.cancel();
          }
        };
    futures.forEach(future -> future.whenDone("gather", () -> all.oneMore(future)));
    return all;
  }

  private static <T> List<T> results(List<? extends LoopFuture<T>> futures) throws Exception {
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(future.result());
    }
    return results;
  }

  /// Done once all of them are, however they end.
  public static LoopFuture<Void> wait(List<? extends LoopFuture<?>> futures) {
    var all = new LoopFuture<Void>(futures.getFirst().loop);
    var left = new int[] {futures.size()};
    Runnable oneMore =
        () -> {
          if (--left[0] == 0 && !all.isDone()) {
            all.setResult(null);
          }
        };
    futures.forEach(future -> future.whenDone("wait", oneMore));
    return all;
  }
}
