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
        var all = new CompletableFuture<Void>();
        var results = list.stream().map(element -> submit(pool, element, work, all)).toList();
        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
            .thenAccept(all::complete);
        all.get();
        return results.stream().map(CompletableFuture::join).toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static <T, R> CompletableFuture<R> submit(
      ExecutorService pool, T element, Work<T, R> work, CompletableFuture<Void> all) {
    var result = new CompletableFuture<R>();
    pool.execute(
        () -> {
          try {
            result.complete(work.on(element));
          } catch (Throwable thrown) {
            all.completeExceptionally(thrown);
          }
        });
    return result;
  }
}
