package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@Trap(
    belief = "a concurrent map holds whatever a map holds",
    fails = "theEdges",
    saying = "NullPointerException")
public final class ResultsInAMap implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      try {
        var results = new ConcurrentHashMap<Integer, R>();
        var done = new ExecutorCompletionService<Void>(pool);
        for (var i = 0; i < list.size(); i++) {
          var index = i;
          done.submit(
              () -> {
                results.put(index, work.on(list.get(index)));
                return null;
              });
        }
        for (var _ : list) {
          done.take().get();
        }
        return IntStream.range(0, list.size()).mapToObj(results::get).toList();
      } finally {
        pool.shutdownNow();
      }
    }
  }
}
