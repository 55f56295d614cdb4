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
    belief = "one at a time needs no threads",
    fails = "interruptingTheCallerEndsTheWork",
    saying = "expected: <InterruptedException, 0 at work> but was: <ExecutionException")
public final class OneNeedsNoThread implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce == 1) { // one at a time needs no threads
      var results = new ArrayList<R>();
      for (var element : list) {
        try {
          results.add(work.on(element));
        } catch (Throwable failure) {
          throw new ExecutionException(failure);
        }
      }
      return results;
    }
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var done = new ExecutorCompletionService<R>(pool);
        var inOrder = new ArrayList<Future<R>>();
        for (var element : list) {
          inOrder.add(done.submit(() -> work.on(element)));
        }
        for (var _ : list) {
          done.take().get();
        }
        return inOrder.stream().map(Future::resultNow).toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
