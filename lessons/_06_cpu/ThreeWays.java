package _06_cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/// Ways to do the pieces of a job within one process. `ProcessPool`, in `lab`, is a third one.
public final class ThreeWays {
  private ThreeWays() {}

  public static List<int[]> oneAfterTheOther(List<Piece> pieces) {
    return pieces.stream().map(Piece::call).toList();
  }

  /// A thread for each piece: threads that compute need a core each, threads that wait need none.
  public static List<int[]> inThreads(List<Piece> pieces, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    var results = new ArrayList<int[]>();
    for (var result : threads.invokeAll(pieces)) {
      results.add(result.get());
    }
    return results;
  }

  /// One thread for all. Nobody blocks it, but whatever computes keeps it busy.
  public static List<int[]> async(List<Piece> pieces, Executor loop)
      throws InterruptedException, ExecutionException {
    var results = pieces.stream().map(piece -> piece.start(loop)).toList();
    var all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
    return all.thenApply(_ -> results.stream().map(CompletableFuture::join).toList()).get();
  }
}
