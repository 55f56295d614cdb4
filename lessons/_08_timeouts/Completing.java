package _08_timeouts;

import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;

/// Hands the end of an asynchronous write to the future that is attached to it.
final class Completing implements CompletionHandler<Integer, CompletableFuture<Integer>> {
  @Override
  public void completed(Integer bytes, CompletableFuture<Integer> done) {
    done.complete(bytes);
  }

  @Override
  public void failed(Throwable why, CompletableFuture<Integer> done) {
    done.completeExceptionally(why);
  }
}
