package _03_races;

import java.util.List;

/// # Hope, or look everywhere
///
/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressRaces extends StressOrExplore {
  public StressRaces() {
    super(
        List.of(
            new Pair("lost-update", LostUpdate.Broken.class, LostUpdate.Mended.class),
            new Pair("check-then-act", LastTicket.Broken.class, LastTicket.Mended.class),
            new Pair("get-then-set", Votes.Broken.class, Votes.Mended.class)));
  }
}
