package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

@Trap(
    belief = "results arrive in the order in which the tasks were handed in",
    fails = "nobodyWaitsForTheSlowOne",
    saying = "expected: <[slow done, quick done, last done]> but was: <[")
public final class AsTheyComplete implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var done = new ExecutorCompletionService<R>(pool);
        for (var element : list) {
          done.submit(() -> work.on(element));
        }
        var results = new ArrayList<R>();
        for (var _ : list) {
          results.add(done.take().get());
        }
        return results;
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
