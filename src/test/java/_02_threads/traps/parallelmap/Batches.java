package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Trap(
    belief = "a bound means to go through the list in groups of that size",
    fails = "nobodyWaitsForTheSlowOne",
    saying = "lost wake-up")
public final class Batches implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var results = new ArrayList<R>();
        for (var from = 0; from < list.size(); from += atOnce) {
          var group = list.subList(from, Math.min(from + atOnce, list.size()));
          var done = new ExecutorCompletionService<R>(pool);
          var inOrder = new ArrayList<Future<R>>();
          for (var element : group) {
            inOrder.add(done.submit(() -> work.on(element)));
          }
          for (var _ : group) {
            done.take().get();
          }
          inOrder.forEach(future -> results.add(future.resultNow()));
        }
        return results;
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
