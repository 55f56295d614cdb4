package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "who has a failure to tell need not tell of an interrupt",
    fails = "nothingGoesOnAfterAFailure",
    saying = "whether a late interrupt is told")
public final class DeafAfterAFailure implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(atOnce);
    try {
      var done = new ExecutorCompletionService<R>(pool);
      var inOrder = new ArrayList<Future<R>>();
      for (var element : list) {
        inOrder.add(done.submit(() -> work.on(element)));
      }
      for (var _ : list) {
        done.take().get();
      }
      pool.shutdown();
      return inOrder.stream().map(Future::resultNow).toList();
    } catch (ExecutionException | InterruptedException failure) {
      pool.shutdownNow();
      awaitTheEnd(pool);
      throw failure;
    }
  }

  private static void awaitTheEnd(ExecutorService pool) {
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException goOnWaiting) {
        // the calls under way have to end first
      }
    }
  }
}
