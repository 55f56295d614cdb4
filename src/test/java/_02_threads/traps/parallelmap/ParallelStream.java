package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.List;
import java.util.concurrent.ExecutionException;

@Trap(
    belief = "a parallel stream takes the bound it is given room for",
    fails = "oneAtATime",
    saying = "parallel")
public final class ParallelStream implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce must be at least 1, not " + atOnce);
    }
    try {
      return list.parallelStream().map(element -> result(work, element)).toList();
    } catch (IllegalStateException failure) {
      throw new ExecutionException(failure.getCause());
    }
  }

  private static <T, R> R result(Work<T, R> work, T element) {
    try {
      return work.on(element);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
