package _11_ipc;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits for what the other process has done, where looking is the only way to find out.
final class Polling {
  private static final long LIMIT = TimeUnit.SECONDS.toNanos(20);
  private static final int EAGER_LOOKS = 2_000;
  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

  private Polling() {}

  /// Whether it is there by now.
  @FunctionalInterface
  interface Look {
    boolean isThere() throws IOException;
  }

  /// Looks again and again: first as often as it can, later with pauses. Blocks, 20 seconds at
  /// most.
  ///
  /// @param what is awaited, for example `its answer`
  /// @param other without this process nothing will come
  static void until(String what, ProcessHandle other, Look look)
      throws IOException, InterruptedException {
    for (var looks = 0; looks < EAGER_LOOKS; looks++) {
      if (look.isThere()) {
        return;
      }
      Thread.yield();
    }
    for (var begin = System.nanoTime(); !look.isThere(); LockSupport.parkNanos(PAUSE)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      } else if (!other.isAlive() && !look.isThere()) {
        throw new IOException("Process %d has ended before %s.".formatted(other.pid(), what));
      } else if (System.nanoTime() - begin > LIMIT) {
        throw new IOException("Process %d keeps us waiting for %s.".formatted(other.pid(), what));
      }
    }
  }

  /// The process that started this one.
  static ProcessHandle parent() throws IOException {
    return ProcessHandle.current()
        .parent()
        .orElseThrow(() -> new IOException("The process that started this one has ended."));
  }
}
