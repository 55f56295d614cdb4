package workbook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for what nobody announces, for example that a thread has begun to wait for a lock: no
/// thread can say so itself. Where something can be announced, a latch or a condition is the better
/// wait.
public final class Await {
  /// The limit of a wait that has one only so that nobody waits for ever: a busy machine is slow,
  /// not stuck.
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private static final long PAUSE_NANOS = 50_000;

  private Await() {}

  /// Asks again and again until the answer is yes. Blocks, [#LIMIT] at most.
  ///
  /// @param what the state waited for, as in `both threads wait`
  /// @param holds must be quick and safe to call from this thread
  /// @throws TimeoutException when the time is up; its message names the state
  public static void until(String what, BooleanSupplier holds)
      throws InterruptedException, TimeoutException {
    var start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new TimeoutException("Not so after %d s: %s.".formatted(LIMIT.toSeconds(), what));
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
    }
  }
}
