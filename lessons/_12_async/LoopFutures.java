package _12_async;

import java.util.ArrayList;
import java.util.List;

/// Several futures of one loop as one.
public final class LoopFutures {
  private LoopFutures() {}

  /// All results in the order of the futures, or the first failure. Cancelling it cancels those that
  /// are not done. A failure cancels nobody: the others go on.
  ///
  /// @param futures at least one
  public static <T> LoopFuture<List<T>> gather(List<? extends LoopFuture<T>> futures) {
    var all =
        new LoopFuture<List<T>>(futures.getFirst().loop) {
          @Override
          public boolean cancel() {
            futures.forEach(LoopFuture::cancel);
            return super.cancel();
          }
        };
    var left = new int[] {futures.size()};
    for (var future : futures) {
      future.whenDone(
          "gather",
          () -> {
            left[0]--;
            try {
              future.result();
              if (left[0] == 0 && !all.isDone()) {
                all.setResult(results(futures));
              }
            } catch (Exception failure) {
              if (!all.isDone()) {
                all.setException(failure);
              }
            }
          });
    }
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
    futures.forEach(
        future ->
            future.whenDone(
                "wait",
                () -> {
                  left[0]--;
                  if (left[0] == 0 && !all.isDone()) {
                    all.setResult(null);
                  }
                }));
    return all;
  }
}
