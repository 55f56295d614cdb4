package _02_threads.alternatives.parallelmap;

import _02_threads.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A virtual thread for every element, and as many permits as may work at once.
public final class PermitsForVirtualThreads implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("at least one must work, not " + atOnce);
    }
    var permits = new Semaphore(atOnce);
    var end = new CompletableFuture<Throwable>(); // the first failure, or null for none
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var results = new ArrayList<CompletableFuture<R>>();
        for (var element : list) {
          permits.acquire(); // by the caller, so that the elements go in order
          if (end.isDone()) {
            break;
          }
          var result = new CompletableFuture<R>();
          results.add(result);
          threads.execute(
              () -> {
                try {
                  result.complete(work.on(element));
                } catch (Throwable thrown) {
                  end.complete(thrown);
                } finally {
                  permits.release();
                }
              });
        }
        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
            .thenRun(() -> end.complete(null));
        var failure = end.get();
        if (failure != null) {
          throw new ExecutionException(failure);
        }
        return results.stream().map(CompletableFuture::join).toList();
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
