package _12_async;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Coroutines of one loop: they share its memory, and take turns on one thread.
public final class ByCoroutines implements Way {
  @Override
  public void hold(int jobs, Runnable whileAllWait) throws Exception {
    try (var loop = new Loop(_ -> {})) {
      var end = new LoopFuture<Void>(loop);
      var all = LoopFutures.gather(start(loop, jobs, end::await));
      loop.runUntilComplete(loop.sleep(Duration.ZERO)); // one round: each goes as far as its await
      whileAllWait.run();
      end.setResult(null);
      loop.runUntilComplete(all);
    }
  }

  @Override
  public long compute(int jobs, int steps) throws Exception {
    var began = System.nanoTime();
    runAll(jobs, () -> Job.compute(steps));
    return System.nanoTime() - began;
  }

  @Override
  public void addTwice() throws Exception {
    runAll(2, Job::add);
  }

  @Override
  public void fail() throws Exception {
    runAll(1, Job::fail);
  }

  private static <T> void runAll(int jobs, Callable<T> job) throws Exception {
    try (var loop = new Loop(_ -> {})) {
      loop.runUntilComplete(LoopFutures.gather(start(loop, jobs, job))); // throws, too
    }
  }

  private static <T> List<Task<T>> start(Loop loop, int jobs, Callable<T> job) {
    return IntStream.range(0, jobs).mapToObj(i -> loop.createTask("job " + i, job)).toList();
  }
}
