package _02_threads;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Two jobs, by one thread or by two. A job computes, or it computes and waits by turns.
public final class RunAndWait {
  public static final int WAITS = 3;

  private RunAndWait() {}

  /// Is told when a job did what.
  public interface Tracer {
    /// @param from a moment taken from [System#nanoTime]
    void did(String what, long from);
  }

  public static long byOneThread(Callable<Long> first, Callable<Long> second) throws Exception {
    return first.call() + second.call();
  }

  public static long byTwoThreads(Callable<Long> first, Callable<Long> second)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      var a = threads.submit(first);
      var b = threads.submit(second);
      return a.get() + b.get();
    }
  }

  /// Computes, waits, computes and so on, as when a server is asked three times.
  ///
  /// @param wait milliseconds
  public static long runAndWait(int wait, int most, Tracer tracer) throws InterruptedException {
    var steps = 0L;
    for (var n = 0; n < WAITS; n++) {
      steps += compute(most, tracer);
      var from = System.nanoTime();
      Thread.sleep(wait); // as long as a server would take to answer
      tracer.did("wait", from);
    }
    return steps + compute(most, tracer);
  }

  /// Counts the steps of the Collatz sequences of all numbers up to `most`. The sum is returned and
  /// compared, so the JIT compiler cannot leave the work out.
  public static long compute(int most, Tracer tracer) {
    var from = System.nanoTime();
    var steps = 0L;
    for (var start = 1; start <= most; start++) {
      for (var n = (long) start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
        steps++;
      }
    }
    tracer.did("run", from);
    return steps;
  }
}
