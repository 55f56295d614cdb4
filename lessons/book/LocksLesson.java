package book;

import _04_locks.AcquireInTry;
import _04_locks.GuestList;
import _04_locks.LockOrder;
import _04_locks.LockTwice;
import _04_locks.MovingPoint;
import _04_locks.Payments;
import _04_locks.Publication;
import _04_locks.Purse;
import _04_locks.ReleaseOrder;
import _04_locks.TornPoint;
import _04_locks.TwoDoors;
import _04_locks.lab.AcquireInTryTrial;
import _04_locks.lab.DeadlockByOrder;
import _04_locks.lab.FairnessTiming;
import _04_locks.lab.LivelockTrials;
import _04_locks.lab.LockCostTiming;
import _04_locks.lab.LockTwiceTrials;
import _04_locks.lab.ReadWriteTiming;
import _04_locks.lab.ReleaseOrderTrials;
import _04_locks.lab.StressLocks;
import _04_locks.lab.TornPointTrials;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 04 of the [Contents].
final class LocksLesson {
  private LocksLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_04_locks",
        "Can you see x from one point and y from another?",
        List.of("races"),
        List.of(
            new TornPointTrials(),
            new LockTwiceTrials(),
            new AcquireInTryTrial(),
            new DeadlockByOrder(),
            new ReleaseOrderTrials(),
            new LivelockTrials(),
            new FairnessTiming(),
            new ReadWriteTiming(),
            new LockCostTiming(),
            new StressLocks()),
        List.of(
            new Named("torn-point", "A point moves while somebody looks.", TornPoint.Broken.class),
            new Named(
                "torn-point-half-mended", "Only the writer locks.", TornPoint.HalfMended.class),
            new Named("torn-point-mended", "One lock for both sides.", TornPoint.Mended.class),
            new Named("publish", "Looks without the lock.", Publication.Broken.class),
            new Named("publish-mended", "Both sides take the lock.", Publication.Mended.class),
            new Named(
                "lock-per-instance", "Two doors count with a lock each.", TwoDoors.Broken.class),
            new Named(
                "lock-per-instance-mended", "One lock for one number.", TwoDoors.Mended.class),
            new Named("changing-lock", "Locks what it replaces.", GuestList.Broken.class),
            new Named("changing-lock-mended", "Locks what stays.", GuestList.Mended.class),
            new Named("lock-twice", "Takes the lock that it holds.", LockTwice.Broken.class),
            new Named("lock-twice-mended", "The lock is reentrant.", LockTwice.Mended.class),
            new Named("leaked-lock", "An exception skips the unlock.", Purse.Broken.class),
            new Named("leaked-lock-mended", "Unlocks in finally.", Purse.Mended.class),
            new Named("acquire-in-try", "Unlocks what it never locked.", AcquireInTry.Broken.class),
            new Named("acquire-in-try-mended", "Locks before try.", AcquireInTry.Mended.class),
            new Named("lock-order", "Ann pays Bob while Bob pays Ann.", LockOrder.Broken.class),
            new Named("lock-order-mended", "Both lock in the same order.", LockOrder.Mended.class),
            new Named(
                "release-order",
                "Two orders of taking, neatly released.",
                ReleaseOrder.Broken.class),
            new Named(
                "release-order-mended",
                "One order of taking, two of releasing.",
                ReleaseOrder.Mended.class)),
        List.of(
            new Exercise("GuardedPoint", "Nobody ever sees half a move.", MovingPoint.class),
            new Exercise("Bank", "Accounts pay one another; nothing is lost.", Payments.class)));
  }
}
