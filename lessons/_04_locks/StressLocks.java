package _04_locks;

import _03_races.StressOrExplore;
import java.util.List;

/// # Hope, or look everywhere
///
/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressLocks extends StressOrExplore {
  public StressLocks() {
    super(
        List.of(
            new Pair("lock-order", LockOrder.Broken.class, LockOrder.Mended.class),
            new Pair("torn-point", TornPoint.Broken.class, TornPoint.Mended.class),
            new Pair("leaked-lock", LeakedLock.Broken.class, LeakedLock.Mended.class),
            new Pair("lock-per-instance", TwoDoors.Broken.class, TwoDoors.Mended.class)));
  }
}
