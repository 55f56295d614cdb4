package _12_async;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Very many sleepers at the same time: coroutines on one loop, or virtual threads without one.
public enum LoopSleepers {
  COROUTINES {
    @Override
    public void sleep(int sleepers, Duration time, Consumer<String> report) throws Exception {
      try (var loop = new Loop(report)) {
        loop.slowCallback(Duration.ofMinutes(1));
        Callable<Void> sleeper = () -> loop.sleep(time).await();
        var tasks = new ArrayList<Task<Void>>(sleepers);
        for (var n = 0; n < sleepers; n++) {
          tasks.add(loop.createTask("sleeper", sleeper));
        }
        loop.runUntilComplete(LoopFutures.gather(tasks));
      }
    }
  },

  THREADS {
    @Override
    public void sleep(int sleepers, Duration time, Consumer<String> report) throws Exception {
      var ended = new CountDownLatch(sleepers);
      Callable<Void> sleeper =
          () -> {
            Thread.sleep(time);
            ended.countDown();
            return null;
          };
      for (var n = 0; n < sleepers; n++) {
        Thread.ofVirtual().start(new FutureTask<>(sleeper));
      }
      ended.await();
    }
  };

  /// Blocks until all have slept.
  ///
  /// @param report is told of whatever goes wrong on the loop
  public abstract void sleep(int sleepers, Duration time, Consumer<String> report) throws Exception;
}
