package _02_threads.solution;

import _02_threads.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Applies a function to a list, several elements at a time.
public final class ParallelMap implements Mapper {
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
        for (var _ : list) {
          done.take().get(); // whichever is done next: a failure is thrown here
        }
        return inOrder.stream().map(Future::resultNow).toList();
      } finally {
        pool.shutdownNow(); // interrupts whoever is still at work; after a success, nobody is
      }
    } // close() waits for them
  }
}
