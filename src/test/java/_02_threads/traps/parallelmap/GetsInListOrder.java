package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Trap(
    belief = "whoever asks every future hears of the first failure first",
    fails = "theFirstFailureComesThrough",
    saying = "no thread can go on")
public final class GetsInListOrder implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var futures = new ArrayList<Future<R>>();
        for (var element : list) {
          futures.add(pool.submit(() -> work.on(element)));
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
}
