package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

@Trap(
    belief = "i++ of one number needs no lock",
    fails = "neverMoreThanAllowed",
    saying = "Index 3 out of bounds for length 3")
public final class PlainNext implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var results = new Object[list.size()];
        var done = new ExecutorCompletionService<Void>(pool);
        var next = new int[1];
        var workers = Math.min(atOnce, list.size());
        for (var worker = 0; worker < workers; worker++) {
          done.submit(
              () -> {
                while (next[0] < list.size()) {
                  var mine = next[0]++;
                  results[mine] = work.on(list.get(mine));
                }
                return null;
              });
        }
        for (var worker = 0; worker < workers; worker++) {
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
