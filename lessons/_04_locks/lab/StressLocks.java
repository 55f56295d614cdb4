package _04_locks.lab;

import _03_races.lab.StressOrExplore;
import _03_races.lab.StressPair;
import _04_locks.LockOrder;
import _04_locks.Purse;
import _04_locks.TornPoint;
import _04_locks.TwoDoors;

/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressLocks extends StressOrExplore {
  public StressLocks() {
    super(
        new StressPair("lock-per-instance", TwoDoors.Broken.class, TwoDoors.Mended.class),
        new StressPair("torn-point", TornPoint.Broken.class, TornPoint.Mended.class),
        new StressPair("leaked-lock", Purse.Broken.class, Purse.Mended.class),
        new StressPair("lock-order", LockOrder.Broken.class, LockOrder.Mended.class));
  }
}
