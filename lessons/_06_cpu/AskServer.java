package _06_cpu;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Asks a server and waits for its answer: nothing to compute. The server is only pretended.
///
/// @param millis how long the server takes
public record AskServer(int number, int millis) implements Piece {
  @Override
  public int[] call() {
    return start(Runnable::run).join();
  }

  @Override
  public CompletableFuture<int[]> start(Executor loop) {
    return new CompletableFuture<int[]>()
        .completeOnTimeout(new int[] {number}, millis, TimeUnit.MILLISECONDS);
  }
}
