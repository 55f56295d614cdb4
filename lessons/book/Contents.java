package book;

import _01_processes.Anatomy;
import _01_processes.ForkCopiesMemory;
import _01_processes.FullPipe;
import _01_processes.ProcessObject;
import _01_processes.StartUpCost;
import _01_processes.TwoTalkers;
import _03_races.CheckThenAct;
import _03_races.GilTwin;
import _03_races.LostForCertain;
import _03_races.LostUpdates;
import _03_races.TwoIncrements;
import _03_races.WarmedUp;
import _03_races.WithALock;
import java.util.List;
import workbook.Lesson;

/// The book's lessons in the order of its rooms. Adding a lesson means adding a room and a line
/// here.
public final class Contents {
  public static final List<Lesson> LESSONS =
      List.of(
          new Lesson(
              "_01_processes",
              "A child changes a variable. What does its parent see?",
              List.of(),
              List.of(
                  new Anatomy(),
                  new ForkCopiesMemory(),
                  new TwoTalkers(),
                  new ProcessObject(),
                  new StartUpCost(),
                  new FullPipe()),
              List.of()),
          new Lesson(
              "_03_races",
              "Five threads add a million each. What is the sum?",
              List.of("threads"),
              List.of(
                  new LostForCertain(),
                  new WithALock(),
                  new TwoIncrements(),
                  new LostUpdates(),
                  new WarmedUp(),
                  new CheckThenAct(),
                  new GilTwin()),
              List.of()));

  private Contents() {}
}
