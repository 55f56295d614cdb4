package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

@Trap(
    belief = "there is only one failure to remember",
    fails = "theFirstFailureComesThrough",
    saying = "the cause should be what the second element threw")
public final class LastFailureWins implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    var left = new CountDownLatch(list.size());
    var failure = new AtomicReference<Throwable>();
    var futures = new ArrayList<Future<R>>();
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        for (var element : list) {
          futures.add(
              pool.submit(
                  () -> {
                    try {
                      return work.on(element);
                    } catch (Throwable thrown) {
                      failure.set(thrown);
                      while (left.getCount() > 0) {
                        left.countDown();
                      }
                      throw thrown;
                    } finally {
                      left.countDown();
                    }
                  }));
        }
        left.await();
      } finally {
        pool.shutdownNow();
      }
    }
    if (failure.get() != null) {
      throw new ExecutionException(failure.get());
    }
    return futures.stream().map(Future::resultNow).toList();
  }
}
