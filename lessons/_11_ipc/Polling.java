package _11_ipc;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits for what the other process has done, where looking is the only way to find out.
final class Polling {
  private static final int EAGER_LOOKS = 2_000;
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

  private Polling() {}

  /// Whether it is there by now.
  @FunctionalInterface
  interface Look {
    boolean isThere() throws IOException;
  }

  /// Looks again and again: first as often as it can, later with pauses. Blocks, a minute at most.
  ///
  /// @param what the other process does at last, for example `listened`
  /// @param other without this process nothing will come
  static void until(String what, ProcessHandle other, Look look)
      throws IOException, InterruptedException {
    for (var looks = 0; looks < EAGER_LOOKS; looks++) {
      if (look.isThere()) {
        return;
      }
      Thread.yield();
    }
    TimedAttempts.until(what, other, () -> isThereAfterAPause(look));
  }

  private static boolean isThereAfterAPause(Look look) throws IOException {
    LockSupport.parkNanos(PAUSE);
    return look.isThere();
  }

  /// The process that started this one.
  static ProcessHandle parent() throws IOException {
    return ProcessHandle.current()
        .parent()
        .orElseThrow(() -> new IOException("The process that started this one has ended."));
  }
}
