package _09_futures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Two ways to take the results of several tasks: in the order submitted, or as they are completed.
public final class AsCompleted {
  private AsCompleted() {}

  public static <T> void inOrder(
      ExecutorService pool, List<Callable<T>> tasks, Consumer<T> received)
      throws InterruptedException, ExecutionException {
    var futures = new ArrayList<Future<T>>();
    for (var task : tasks) {
      futures.add(pool.submit(task));
    }
    for (var future : futures) {
      received.accept(future.get());
    }
  }

  public static <T> void asCompleted(
      ExecutorService pool, List<Callable<T>> tasks, Consumer<T> received)
      throws InterruptedException, ExecutionException {
    var completed = new ExecutorCompletionService<T>(pool);
    for (var task : tasks) {
      completed.submit(task);
    }
    for (var n = 0; n < tasks.size(); n++) {
      received.accept(completed.take().get()); // take() waits for whichever is done next
    }
  }
}
