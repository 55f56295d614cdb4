package _02_threads.stub;

import _02_threads.Mapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// Applies a function to a list, several elements at a time.
public final class ParallelMap implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    var results = new ArrayList<R>();
    for (var element : list) {
      // TODO: while this element is worked on, all the others wait. Who could work on them?
      // And what should happen to the others when this one fails?
      try {
        results.add(work.on(element));
      } catch (Exception failure) {
        throw new ExecutionException(failure);
      }
    }
    return results;
  }
}
