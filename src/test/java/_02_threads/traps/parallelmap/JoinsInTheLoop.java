package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

@Trap(
    belief = "each thread must be joined before the next one starts, or the order is lost",
    fails = "nobodyWaitsForTheSlowOne",
    saying = "no thread can go on")
public final class JoinsInTheLoop implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    var results = new ArrayList<R>();
    for (var element : list) {
      var task = new FutureTask<>(() -> work.on(element));
      var thread = new Thread(task);
      thread.start();
      thread.join();
      results.add(task.get());
    }
    return results;
  }
}
