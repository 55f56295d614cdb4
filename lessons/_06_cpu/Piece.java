package _06_cpu;

import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A piece of a job. It needs nothing of the other pieces, and it can be sent to another process.
public interface Piece extends Callable<int[]>, Serializable {
  /// Does the piece. Blocks until it is done.
  @Override
  int[] call();

  /// Has the piece done, and does not block.
  ///
  /// @param loop the only thread that may do it
  default CompletableFuture<int[]> start(Executor loop) {
    return CompletableFuture.supplyAsync(this::call, loop);
  }
}
