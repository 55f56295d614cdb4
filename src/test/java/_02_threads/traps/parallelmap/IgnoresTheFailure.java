package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Trap(
    belief = "a failed element is no reason to fail",
    fails = "theFirstFailureComesThrough",
    saying = "no thread can go on")
public final class IgnoresTheFailure implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var futures = new ArrayList<Future<R>>();
        for (var element : list) {
          futures.add(pool.submit(() -> resultOrNull(work, element)));
        }
        var results = new ArrayList<R>();
        for (var future : futures) {
          results.add(future.get());
        }
        return results;
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static <T, R> R resultOrNull(Work<T, R> work, T element) {
    try {
      return work.on(element);
    } catch (Exception failure) {
      return null;
    }
  }
}
