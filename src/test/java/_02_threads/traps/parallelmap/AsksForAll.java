package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

@Trap(
    belief = "invokeAll stops at the first failure",
    fails = "theFirstFailureComesThrough",
    saying = "no thread can go on")
public final class AsksForAll implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      var tasks = new ArrayList<Callable<R>>();
      for (var element : list) {
        tasks.add(() -> work.on(element));
      }
      var results = new ArrayList<R>();
      for (var future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
