package _12_async;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Coroutines that print and sleep, five times each: awaited together, alone, and gathered.
public final class SleepTasks {
  private static final int ITERATIONS = 5;

  private final Loop loop;
  private final Duration pause;
  private final Consumer<String> print;

  public SleepTasks(Loop loop, Duration pause, Consumer<String> print) {
    this.loop = loop;
    this.pause = pause;
    this.print = print;
  }

  private Task<Integer> sleepTask(int number) {
    return loop.createTask("task " + number, () -> sleepFiveTimes(number));
  }

  private int sleepFiveTimes(int number) throws Exception {
    for (var i = 0; i < ITERATIONS; i++) {
      print.accept("process task: %d iter: %d".formatted(number, i));
      loop.sleep(pause).await();
    }
    return number;
  }

  /// Blocks until all have ended.
  public void run() throws Exception {
    loop.runUntilComplete(LoopFutures.wait(List.of(sleepTask(0), sleepTask(1))));
    print.accept("result: " + loop.runUntilComplete(sleepTask(3)));
    var both = LoopFutures.gather(List.of(sleepTask(10), sleepTask(20)));
    print.accept("results: " + loop.runUntilComplete(both));
  }
}
