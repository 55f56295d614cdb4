package book;

import _03_races.BarrierIncrements;
import _03_races.BoxOffice;
import _03_races.Counter;
import _03_races.LastTicket;
import _03_races.LostUpdate;
import _03_races.ReadyFlag;
import _03_races.TwoIncrements;
import _03_races.Votes;
import _03_races.lab.BarrierTrials;
import _03_races.lab.CheckThenActTrials;
import _03_races.lab.GilTwinRun;
import _03_races.lab.LostUpdatesSweep;
import _03_races.lab.StressRaces;
import _03_races.lab.TwoIncrementsTrials;
import _03_races.lab.WarmedUpRounds;
import _03_races.lab.WithALockTrials;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 03 of the [Contents].
final class RacesLesson {
  private RacesLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_03_races",
        "Five threads add a million each. What is the sum?",
        List.of("threads"),
        List.of(
            new BarrierTrials(),
            new WithALockTrials(),
            new CheckThenActTrials(),
            new TwoIncrementsTrials(),
            new LostUpdatesSweep(),
            new WarmedUpRounds(),
            new GilTwinRun(),
            new StressRaces()),
        List.of(
            new Named(
                "lost-for-certain",
                "Two threads meet at a barrier.",
                BarrierIncrements.Broken.class),
            new Named(
                "lost-for-certain-mended",
                "Adds in a single step.",
                BarrierIncrements.Mended.class),
            new Named("lost-update", "Two threads add one each.", LostUpdate.Broken.class),
            new Named("lost-update-locked", "Each call takes a lock.", LostUpdate.HalfMended.class),
            new Named("lost-update-mended", "One lock for all calls.", LostUpdate.Mended.class),
            new Named("check-then-act", "Two people, one ticket.", LastTicket.Broken.class),
            new Named(
                "check-then-act-mended",
                "Checks and buys under one lock.",
                LastTicket.Mended.class),
            new Named(
                "two-increments", "Two threads increment once each.", TwoIncrements.Plain.class),
            new Named(
                "two-increments-half-mended",
                "The field is volatile.",
                TwoIncrements.Volatile.class),
            new Named("two-increments-mended", "An atomic increment.", TwoIncrements.Atomic.class),
            new Named("ready-flag", "Data first, then a flag.", ReadyFlag.Broken.class),
            new Named("ready-flag-mended", "The flag is volatile.", ReadyFlag.Mended.class),
            new Named("get-then-set", "Two votes in a concurrent map.", Votes.Broken.class),
            new Named("get-then-set-mended", "Gets and sets in one step.", Votes.Mended.class)),
        List.of(
            new Exercise("Tally", "A counter that several threads add to.", Counter.class),
            new Exercise("TicketBooth", "No seat sold twice, nobody refused.", BoxOffice.class)));
  }
}
