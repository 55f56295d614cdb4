package _03_races;

import java.util.List;
import workbook.explore.StressOrExplore;

/// # Hope, or look everywhere
///
/// The scenarios of this lesson on real threads, and in every schedule.
public final class HopeOrLook extends StressOrExplore {
  public HopeOrLook() {
    super(
        List.of(
            new Pair("lost-update", LostUpdate.Broken.class, LostUpdate.Mended.class),
            new Pair("check-then-act", LastTicket.Broken.class, LastTicket.Mended.class),
            new Pair("get-then-set", Votes.Broken.class, Votes.Mended.class)));
  }
}
