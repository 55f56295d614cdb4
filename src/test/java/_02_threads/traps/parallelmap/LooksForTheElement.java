package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

@Trap(
    belief = "an element is found where it stands in the list",
    fails = "theEdges",
    saying = "expected: <[1, 2, 3]> but was: <[3, null, null]>")
public final class LooksForTheElement implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var results = new Object[list.size()];
        var done = new ExecutorCompletionService<Void>(pool);
        for (var element : list) {
          done.submit(
              () -> {
                results[list.indexOf(element)] = work.on(element);
                return null;
              });
        }
        for (var _ : list) {
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
