package book;

import _01_processes.Orchestra;
import _01_processes.lab.Anatomy;
import _01_processes.lab.ChattyChildTrials;
import _01_processes.lab.ForkAndWait;
import _01_processes.lab.InheritedFiles;
import _01_processes.lab.OneVariable;
import _01_processes.lab.ProcessObject;
import _01_processes.lab.SleepingLoop;
import _01_processes.lab.StartUpCost;
import _01_processes.lab.TwoTalkers;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 01 of the [Contents].
final class ProcessesLesson {
  private ProcessesLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_01_processes",
        "A child changes a variable. What does its parent see?",
        List.of(),
        List.of(
            new OneVariable(),
            new InheritedFiles(),
            new SleepingLoop(),
            new ForkAndWait(),
            new TwoTalkers(),
            new ProcessObject(),
            new ChattyChildTrials(),
            new StartUpCost(),
            new Anatomy()),
        List.of(),
        List.of(
            new Exercise(
                "Conductor", "Several children at once, and none left behind.", Orchestra.class)));
  }
}
