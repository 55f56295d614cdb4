package _06_cpu;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Two long countdowns: one thread does one after the other, or two threads do one each.
public final class TwoCountdowns {
  private TwoCountdowns() {}

  /// @return the steps of both
  public static long oneAfterTheOther(long from) {
    return countDown(from) + countDown(from);
  }

  /// @return the steps of both
  public static long byTwoThreads(long from) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> countDown(from));
      var second = threads.submit(() -> countDown(from));
      return first.get() + second.get();
    }
  }

  /// Counts down to 0. There is something to do at each number, and its result is returned.
  /// [CountingLoops] shows what becomes of a loop without either.
  private static long countDown(long n) {
    var steps = 0L;
    while (n > 0) {
      steps += Collatz.steps(n);
      n--;
    }
    return steps;
  }
}
