package _04_locks;

import java.util.List;
import workbook.explore.StressOrExplore;

/// # Hope, or look everywhere
///
/// The scenarios of this lesson on real threads, and in every schedule.
public final class HopeOrLook extends StressOrExplore {
  public HopeOrLook() {
    super(
        List.of(
            new Pair("lock-order", LockOrder.Broken.class, LockOrder.Mended.class),
            new Pair("torn-point", TornPoint.Broken.class, TornPoint.Mended.class),
            new Pair("leaked-lock", LeakedLock.Broken.class, LeakedLock.Mended.class),
            new Pair("lock-per-instance", TwoDoors.Broken.class, TwoDoors.Mended.class)));
  }
}
