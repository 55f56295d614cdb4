package _12_async;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Platform threads of one process: they share its memory, and compute on all cores.
public final class ByThreads implements Way {
  @Override
  public void hold(int jobs, Runnable whileAllWait) throws Exception {
    var allWait = new CountDownLatch(jobs);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(jobs);
        AutoCloseable _ = end::countDown) {
      for (var i = 0; i < jobs; i++) {
        threads.submit(
            () -> {
              allWait.countDown();
              end.await();
              return null;
            });
      }
      allWait.await();
      whileAllWait.run();
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
    try (var threads = Executors.newFixedThreadPool(jobs)) {
      for (var result : threads.invokeAll(Collections.nCopies(jobs, job))) {
        result.get(); // throws what the job threw
      }
    }
  }
}
