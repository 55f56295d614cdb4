package _11_ipc;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waits for what the other process does with calls that block, but not for long: nobody can
/// interrupt a thread in a call of the C library.
final class TimedAttempts {
  /// For one such call.
  static final Duration SLICE = Duration.ofMillis(50);

  private static final long LIMIT = TimeUnit.MINUTES.toNanos(1);

  private TimedAttempts() {}

  /// A call that waits for a [#SLICE] at most.
  @FunctionalInterface
  interface Attempt {
    /// @return whether what was awaited has come
    boolean succeeds() throws IOException;
  }

  /// Tries again and again. Blocks, a minute at most.
  ///
  /// @param what the other process does at last, for example `listened`
  /// @param other without this process nothing will come
  static void until(String what, ProcessHandle other, Attempt attempt)
      throws IOException, InterruptedException {
    var begin = System.nanoTime();
    for (var isLate = false; !attempt.succeeds(); isLate = System.nanoTime() - begin > LIMIT) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      } else if (!other.isAlive()) {
        if (attempt.succeeds()) { // it was the last that it did
          return;
        }
        throw new IOException("Process %d has ended before it %s.".formatted(other.pid(), what));
      } else if (isLate) { // it was before the last attempt: this process may have stood still
        throw new IOException(
            "Process %d is still there, but in a minute it never %s.".formatted(other.pid(), what));
      }
    }
  }
}
