package _03_races.lab;

import _03_races.LastTicket;
import _03_races.LostUpdate;
import _03_races.ReadyFlag;
import _03_races.Votes;

/// The scenarios of this lesson on real threads, and in every schedule.
public final class StressRaces extends StressOrExplore {
  public StressRaces() {
    super(
        new StressPair("lost-update", LostUpdate.Broken.class, LostUpdate.Mended.class),
        new StressPair("check-then-act", LastTicket.Broken.class, LastTicket.Mended.class),
        new StressPair("get-then-set", Votes.Broken.class, Votes.Mended.class),
        new StressPair("ready-flag", ReadyFlag.Broken.class, ReadyFlag.Mended.class));
  }
}
