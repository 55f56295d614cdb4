package _05_conditions.lab;

import _03_races.lab.StressOrExplore;
import _03_races.lab.StressPair;
import _05_conditions.GarbledLine;
import _05_conditions.Gate;
import _05_conditions.IfForWhile;
import _05_conditions.PoisonPills;
import _05_conditions.SharedCondition;

/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressConditions extends StressOrExplore {
  public StressConditions() {
    super(
        new StressPair("if-for-while", IfForWhile.Broken.class, IfForWhile.Mended.class),
        new StressPair(
            "signal-for-signalall", SharedCondition.Broken.class, SharedCondition.Mended.class),
        new StressPair("signal-before-wait", Gate.NeverLooks.class, Gate.Mended.class),
        new StressPair("await-without-lock", Gate.WithoutLock.class, Gate.Mended.class),
        new StressPair("garbled-line", GarbledLine.Broken.class, GarbledLine.Mended.class),
        new StressPair("one-pill", PoisonPills.Broken.class, PoisonPills.Mended.class));
  }
}
