package workbook.compile;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Where a compiler works: on a thread with a large stack, and not for ever. No file makes it hang
/// whoever waits for it.
public final class CompilerThread {
  /// What a compilation may compute; an ordinary one needs half a second when it is the first.
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int LOOK_MILLIS = 200;

  private static final long STACK = 16 << 20;

  private CompilerThread() {}

  /// The compiler came to no end. What it used must not be used again: its thread cannot be
  /// stopped, and may go on for a while.
  public static final class GaveUpException extends Exception {
    /// @param why ends a sentence
    GaveUpException(String why) {
      super("The compiler gave up on this file: " + why + ".");
    }
  }

  /// Blocks until the work is done, or has used 20 seconds of processor time.
  ///
  /// @throws GaveUpException with one plain sentence when it needs too much time, stack or memory
  public static <T> T call(Supplier<T> work) throws GaveUpException, InterruptedException {
    var done = new CompletableFuture<T>();
    Runnable compile =
        () -> {
          try {
            done.complete(work.get());
          } catch (Throwable problem) {
            done.completeExceptionally(problem.getCause() == null ? problem : problem.getCause());
          }
        };
    var thread = new Thread(null, compile, "workbook: compiler", STACK);
    thread.setDaemon(true);
    thread.start();
    while (!thread.join(Duration.ofMillis(LOOK_MILLIS))) {
      if (computed(thread) > LONGEST.toNanos()) {
        throw new GaveUpException("it takes too long");
      }
    }
    return switch (done.state()) {
      case FAILED -> throw failure(done.exceptionNow());
      default -> done.resultNow();
    };
  }

  private static GaveUpException failure(Throwable problem) {
    return switch (problem) {
      case StackOverflowError _ -> new GaveUpException("something is nested too deep");
      case OutOfMemoryError _ -> new GaveUpException("it needs too much memory");
      case RuntimeException unexpected -> throw unexpected;
      case Error unexpected -> throw unexpected;
      default -> throw new IllegalStateException(problem);
    };
  }

  private static long computed(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }
}
