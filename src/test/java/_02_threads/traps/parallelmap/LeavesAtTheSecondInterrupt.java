package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a thread is interrupted only once",
    fails = "interruptingTheCallerEndsTheWork",
    saying = "InterruptedException, ")
public final class LeavesAtTheSecondInterrupt implements Mapper {
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
      return inOrder.stream().map(Future::resultNow).toList();
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
    }
  }
}
