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

@Trap(
    belief = "threads are dear, so all calls should share them",
    fails = "mapInsideMap",
    saying = "lost wake-up")
public final class OnePoolForAll implements Mapper {
  private static final int THREADS = 2;
  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());

  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    var done = new ExecutorCompletionService<R>(POOL);
    var inOrder = new ArrayList<Future<R>>();
    try {
      for (var element : list) {
        inOrder.add(done.submit(() -> work.on(element)));
      }
      for (var _ : list) {
        done.take().get();
      }
      return inOrder.stream().map(Future::resultNow).toList();
    } finally {
      inOrder.forEach(future -> future.cancel(true));
    }
  }
}
