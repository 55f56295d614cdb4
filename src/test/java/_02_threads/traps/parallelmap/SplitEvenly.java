package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

@Trap(
    belief = "each thread gets an equal share of the list, so all end together",
    fails = "nobodyWaitsForTheSlowOne",
    saying = "lost wake-up")
public final class SplitEvenly implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var results = new Object[list.size()];
        var shares = Math.min(atOnce, list.size());
        var done = new ExecutorCompletionService<Void>(pool);
        for (var share = 0; share < shares; share++) {
          var first = share;
          done.submit(
              () -> {
                for (var i = first; i < list.size(); i += shares) {
                  results[i] = work.on(list.get(i));
                }
                return null;
              });
        }
        for (var share = 0; share < shares; share++) {
          done.take().get();
        }
        @SuppressWarnings("unchecked")
        var filled = (List<R>) Arrays.asList(results);
        return filled;
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
