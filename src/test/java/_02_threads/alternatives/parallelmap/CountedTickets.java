package _02_threads.alternatives.parallelmap;

import _02_threads.Mapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// As many workers as may work at once; each takes the next number until there is none. No lock.
public final class CountedTickets implements Mapper {
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
        tickets.set(list.size()); // first: a call that ignores its interrupt is the last one
        pool.shutdownNow();
      }
    }
    return IntStream.range(0, list.size()).mapToObj(results::get).toList();
  }
}
