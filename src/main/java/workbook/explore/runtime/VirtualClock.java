package workbook.explore.runtime;

/// The time of one execution, in nanoseconds since it began. Only a time-out makes time pass.
final class VirtualClock {
  /// Reading the clock and moving it are steps whose order matters.
  private final MemoryLocation location = new MemoryLocation();

  private long now;

  /// Reads the clock.
  long read(LogicalThread reader) {
    location.markRead(reader);
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
}
