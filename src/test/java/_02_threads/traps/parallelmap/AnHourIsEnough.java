package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Trap(
    belief = "a long time limit is the same as none",
    fails = "oneAtATime",
    saying = "Task has not completed")
public final class AnHourIsEnough implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(atOnce);
    try {
      var futures = new ArrayList<Future<R>>();
      for (var element : list) {
        futures.add(pool.submit(() -> work.on(element)));
      }
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.HOURS);
      var results = new ArrayList<R>();
      for (var future : futures) {
        if (future.state() == Future.State.FAILED) {
          throw new ExecutionException(future.exceptionNow());
        }
        results.add(future.resultNow());
      }
      return results;
    } finally {
      pool.shutdownNow();
      pool.close();
    }
  }
}
