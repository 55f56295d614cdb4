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
    belief = "a pool that has nothing to do ends by itself",
    fails = "noThreadStaysBehind",
    saying = "no thread can go on")
public final class KeepsThePool implements Mapper {
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
    } catch (ExecutionException | InterruptedException failure) {
      pool.shutdownNow();
      pool.close();
      throw failure;
    }
  }
}
