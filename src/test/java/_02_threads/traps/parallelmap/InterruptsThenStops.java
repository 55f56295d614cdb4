package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

@Trap(
    belief = "between two lines nothing happens",
    fails = "nothingGoesOnAfterAFailure",
    saying = "waits for a signal that nobody will send")
public final class InterruptsThenStops implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be 1 or more: " + atOnce);
    }
    var results = new AtomicReferenceArray<R>(list.size());
    var tickets = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int mine; (mine = tickets.getAndIncrement()) < list.size(); ) {
            results.set(mine, work.on(list.get(mine)));
          }
          return null;
        };
    var workers = Math.min(atOnce, list.size());
    try (var pool = Executors.newCachedThreadPool()) {
      try {
        var done = new ExecutorCompletionService<Void>(pool);
        for (var i = 0; i < workers; i++) {
          done.submit(worker);
        }
        for (var i = 0; i < workers; i++) {
          done.take().get();
        }
      } finally {
        pool.shutdownNow();
        tickets.set(list.size());
      }
    }
    return IntStream.range(0, list.size()).mapToObj(results::get).toList();
  }
}
