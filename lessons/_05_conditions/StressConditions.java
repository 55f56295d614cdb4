package _05_conditions;

import _03_races.StressOrExplore;
import java.util.List;

/// # Hope, or look everywhere
///
/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressConditions extends StressOrExplore {
  public StressConditions() {
    super(
        List.of(
            new Pair("if-for-while", IfForWhile.Broken.class, IfForWhile.Mended.class),
            new Pair(
                "signal-for-signalall", SharedCondition.Broken.class, SharedCondition.Mended.class),
            new Pair("signal-before-wait", Gate.NeverLooks.class, Gate.Mended.class),
            new Pair("await-without-lock", Gate.WithoutLock.class, Gate.Mended.class)));
  }
}
