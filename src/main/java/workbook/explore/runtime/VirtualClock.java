package workbook.explore.runtime;

/// The time of one execution, in nanoseconds since it began. It passes when a time-out is over, and
/// for whoever looks at the clock again and again.
final class VirtualClock {
  private static final long FIRST_TICK_NANOS = 1_000;
  private static final long LONGEST_TICK_NANOS = Long.MAX_VALUE >> 10;

  /// Reading the clock and moving it are steps whose order matters.
  private final MemoryLocation location;

  private long now;
  private long tick = FIRST_TICK_NANOS;

  VirtualClock(MemoryLocation location) {
    this.location = location;
  }

  /// Reads the clock.
  long read(LogicalThread reader) {
    location.markRead(reader);
    return now;
  }

  /// The time, for the scheduler.
  long now() {
    return now;
  }

  boolean hasReached(long deadline) {
    return deadline <= now;
  }

  /// Moves the clock to a deadline, unless that is in the past.
  void advanceTo(long deadline, LogicalThread waiter) {
    now = Math.max(now, deadline);
    location.markWrite(waiter);
  }

  /// Moves the clock a little, and each time twice as much; false if it would pass the deadline.
  boolean tick(long deadline, LogicalThread reader) {
    if (now > WaitCondition.NEVER / 2 || now + tick >= deadline) {
      tick = FIRST_TICK_NANOS;
      return false;
    }
    now += tick;
    tick = Math.min(2 * tick, LONGEST_TICK_NANOS);
    location.markWrite(reader);
    return true;
  }
}
