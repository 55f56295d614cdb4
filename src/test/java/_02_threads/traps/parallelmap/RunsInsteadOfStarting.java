package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

@Trap(
    belief = "run() runs the thread",
    fails = "nobodyWaitsForTheSlowOne",
    saying = "no thread can go on")
public final class RunsInsteadOfStarting implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    var results = Collections.synchronizedList(new ArrayList<R>());
    for (var element : list) {
      new Thread(
              () -> {
                try {
                  results.add(work.on(element));
                } catch (Exception failure) {
                  throw new IllegalStateException(failure);
                }
              })
          .run();
    }
    return results;
  }
}
