package _04_locks.lab;

import _04_locks.TornPoint;

/// Looks at a point and counts where it was seen. For one thread at a time.
final class PointReader implements Runnable {
  long looks;
  long torn;
  private final TornPoint point;

  PointReader(TornPoint point) {
    this.point = point;
  }

  @Override
  public void run() {
    var seen = point.get();
    looks++;
    if ((seen.x() == 15) != (seen.y() == 10)) { // one of them is new, the other old
      torn++;
    }
  }
}
