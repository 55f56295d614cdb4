package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "an interrupt ends a thread, so there is nothing else to tell it",
    fails = "nothingGoesOnAfterAFailure",
    saying = "lost wake-up")
public final class GoesOnAfterAFailure implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    var results = new Object[list.size()];
    var next = new AtomicInteger();
    var workers = Math.min(atOnce, list.size());
    try (var pool = Executors.newCachedThreadPool()) {
      try {
        var done = new ExecutorCompletionService<Void>(pool);
        for (var i = 0; i < workers; i++) {
          done.submit(
              () -> {
                for (int mine; (mine = next.getAndIncrement()) < list.size(); ) {
                  results[mine] = work.on(list.get(mine));
                }
                return null;
              });
        }
        for (var i = 0; i < workers; i++) {
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
