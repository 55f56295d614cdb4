package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

@Trap(
    belief = "join is optional",
    fails = "oneAtATime",
    saying = "expected: <[900, 1600, 2500]> but was: <[null, null, null]>")
public final class StartsAndReturns implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    var results = new Object[list.size()];
    for (var i = 0; i < list.size(); i++) {
      var index = i;
      var element = list.get(i);
      new Thread(() -> results[index] = call(work, element)).start();
    }
    @SuppressWarnings("unchecked")
    var filled = (List<R>) Arrays.asList(results);
    return filled;
  }

  private static <T, R> R call(Work<T, R> work, T element) {
    try {
      return work.on(element);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
