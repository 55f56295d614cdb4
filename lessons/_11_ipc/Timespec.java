package _11_ipc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;

/// A `struct timespec` of a system with 64 bits: seconds and nanoseconds of the clock on the wall.
/// When that clock is set, a wait that has begun becomes shorter or longer.
record Timespec(MemorySegment struct) {
  Timespec(Arena arena) {
    this(arena.allocate(JAVA_LONG, 2));
  }

  /// The time so much later than now. Good until it is asked again.
  MemorySegment in(Duration limit) {
    var end = Instant.now().plus(limit);
    struct.setAtIndex(JAVA_LONG, 0, end.getEpochSecond());
    struct.setAtIndex(JAVA_LONG, 1, end.getNano());
    return struct;
  }
}
