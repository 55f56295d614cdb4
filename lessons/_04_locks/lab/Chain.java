package _04_locks.lab;

/// Work of so many steps. Each needs the one before, so none can be left out or done at the same
/// time (Marsaglia's xorshift, 2003). About a nanosecond and a half a step.
final class Chain {
  private long link = 1;

  void goOn(int steps) {
    var x = link;
    for (var step = 0; step < steps; step++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    link = x;
  }

  /// Whether exactly so many steps were made since the beginning.
  boolean isAfter(long steps) {
    var fresh = new Chain();
    for (var left = steps; left > 0; left -= Integer.MAX_VALUE) {
      fresh.goOn((int) Math.min(left, Integer.MAX_VALUE));
    }
    return link == fresh.link;
  }
}
