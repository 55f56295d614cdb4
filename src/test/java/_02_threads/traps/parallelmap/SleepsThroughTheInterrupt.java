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
    belief = "an interrupt is an error of the library, to be caught",
    fails = "interruptingTheCallerEndsTheWork",
    saying = "lost wake-up")
public final class SleepsThroughTheInterrupt implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var done = new ExecutorCompletionService<R>(pool);
        var inOrder = new ArrayList<Future<R>>();
        for (var element : list) {
          inOrder.add(done.submit(() -> work.on(element)));
        }
        for (var ended = 0; ended < list.size(); ended++) {
          try {
            done.take().get();
          } catch (InterruptedException again) {
            ended--;
          }
        }
        return inOrder.stream().map(Future::resultNow).toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
