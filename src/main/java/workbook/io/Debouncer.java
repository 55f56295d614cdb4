package workbook.io;

import java.nio.ByteBuffer;
import java.time.Duration;

/// What is known of a file while somebody writes it: it is whole when it stays the same for a
/// moment. Editors cut a file to nothing before they write it, or move it away and put a new one in
/// its place; so one that is empty or gone is given longer.
final class Debouncer {
  /// What stands for a file that is empty or gone.
  static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private static final long MOMENT = Duration.ofMillis(40).toNanos();
  private static final long WHILE = Duration.ofSeconds(1).toNanos();

  private ByteBuffer told;
  private ByteBuffer seen;
  private long since;

  /// @param now what the file holds now, which is no news
  Debouncer(ByteBuffer now) {
    told = now;
    seen = now;
  }

  /// Takes note of what the file holds.
  ///
  /// @param nanos the time, as [System#nanoTime] tells it
  /// @return whether that is news, and whole; it is told once
  boolean sees(ByteBuffer text, long nanos) {
    if (!text.equals(seen)) {
      seen = text;
      since = nanos;
    }
    var patience = seen.equals(NOTHING) ? WHILE : MOMENT;
    if (!unsettled() || nanos - since < patience) {
      return false;
    }
    told = seen;
    return true;
  }

  /// Whether there is something that is not yet told.
  boolean unsettled() {
    return !seen.equals(told);
  }
}
