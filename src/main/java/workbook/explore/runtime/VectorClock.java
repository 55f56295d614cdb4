package workbook.explore.runtime;

import java.util.Arrays;

/// A vector clock: for each logical thread, how much of its past is known here.
final class VectorClock {
  private int[] ticks = new int[4];

  VectorClock copy() {
    var copy = new VectorClock();
    copy.ticks = ticks.clone();
    return copy;
  }

  int of(int thread) {
    return thread < ticks.length ? ticks[thread] : 0;
  }

  void set(int thread, int tick) {
    if (thread >= ticks.length) {
      ticks = Arrays.copyOf(ticks, Math.max(thread + 1, 2 * ticks.length));
    }
    ticks[thread] = tick;
  }

  void tick(int thread) {
    set(thread, of(thread) + 1);
  }

  /// Learns everything the other clock knows.
  void join(VectorClock other) {
    for (var thread = 0; thread < other.ticks.length; thread++) {
      if (other.ticks[thread] > of(thread)) {
        set(thread, other.ticks[thread]);
      }
    }
  }

  /// Whether everything the other clock knows is known here.
  boolean covers(VectorClock other) {
    return firstUnknown(other) < 0;
  }

  /// Whether of some thread as much is known here as the other clock says.
  boolean knowsAny(VectorClock other) {
    for (var thread = 0; thread < other.ticks.length; thread++) {
      if (other.ticks[thread] > 0 && other.ticks[thread] <= of(thread)) {
        return true;
      }
    }
    return false;
  }

  /// The first thread of whose past the other clock knows more, or -1.
  int firstUnknown(VectorClock other) {
    for (var thread = 0; thread < other.ticks.length; thread++) {
      if (other.ticks[thread] > of(thread)) {
        return thread;
      }
    }
    return -1;
  }
}
