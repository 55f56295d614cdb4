package book;

import _02_threads.Mapper;
import _02_threads.MissingJoin;
import _02_threads.lab.EndingsTrial;
import _02_threads.lab.HelloThreadsTrials;
import _02_threads.lab.PoolOfSquaresTrial;
import _02_threads.lab.PoolShutdownTrial;
import _02_threads.lab.PythonRunAndWait;
import _02_threads.lab.RunAndWaitTiming;
import _02_threads.lab.SharedHeapTrial;
import _02_threads.lab.SleepersCost;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 02 of the [Contents].
final class ThreadsLesson {
  private ThreadsLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_02_threads",
        "Five threads say hello. In what order?",
        List.of("processes"),
        List.of(
            new HelloThreadsTrials(),
            new SharedHeapTrial(),
            new PoolOfSquaresTrial(),
            new PoolShutdownTrial(),
            new RunAndWaitTiming(),
            new PythonRunAndWait(),
            new SleepersCost(),
            new EndingsTrial()),
        List.of(
            new Named("missing-join", "Looks without waiting.", MissingJoin.Broken.class),
            new Named(
                "missing-join-mended",
                "Waits for the thread, then looks.",
                MissingJoin.Mended.class)),
        List.of(
            new Exercise(
                "ParallelMap", "Map every element, several of them at a time.", Mapper.class)));
  }
}
