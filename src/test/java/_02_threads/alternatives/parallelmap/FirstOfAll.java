package _02_threads.alternatives.parallelmap;

import _02_threads.Mapper;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A future for every element, and one for all: it ends with the first failure or the last result.
public final class FirstOfAll implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var end = new CompletableFuture<Throwable>(); // the first failure, or null for none
        var results = list.stream().map(element -> submit(pool, element, work, end)).toList();
        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
            .thenRun(() -> end.complete(null));
        var failure = end.get();
        if (failure != null) {
          throw new ExecutionException(failure);
        }
        return results.stream().map(CompletableFuture::join).toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static <T, R> CompletableFuture<R> submit(
      ExecutorService pool, T element, Work<T, R> work, CompletableFuture<Throwable> end) {
    var result = new CompletableFuture<R>();
    pool.execute(
        () -> {
          try {
            result.complete(work.on(element));
          } catch (Throwable thrown) {
            end.complete(thrown);
          }
        });
    return result;
  }
}
