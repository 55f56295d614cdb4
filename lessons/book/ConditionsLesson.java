package book;

import _05_conditions.Buffer;
import _05_conditions.Crew;
import _05_conditions.GarbledLine;
import _05_conditions.Gate;
import _05_conditions.IfForWhile;
import _05_conditions.PoisonPills;
import _05_conditions.SharedCondition;
import _05_conditions.lab.CapacityTiming;
import _05_conditions.lab.GarbledLineTrials;
import _05_conditions.lab.IfOrWhileTrials;
import _05_conditions.lab.PoisonPillTimeline;
import _05_conditions.lab.QueueOccupancy;
import _05_conditions.lab.SignalOrSignalAllTrial;
import _05_conditions.lab.StressConditions;
import _05_conditions.lab.WakeUpCount;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 05 of the [Contents].
final class ConditionsLesson {
  private ConditionsLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_05_conditions",
        "A queue has room for five items. What happens to the sixth?",
        List.of("locks"),
        List.of(
            new QueueOccupancy(),
            new PoisonPillTimeline(),
            new GarbledLineTrials(),
            new IfOrWhileTrials(),
            new SignalOrSignalAllTrial(),
            new WakeUpCount(),
            new CapacityTiming(),
            new StressConditions()),
        List.of(
            new Named("one-pill", "Two workers, one pill.", PoisonPills.Broken.class),
            new Named("one-pill-mended", "A pill for each worker.", PoisonPills.Mended.class),
            new Named("garbled-line", "Two lines, three writes each.", GarbledLine.Broken.class),
            new Named("garbled-line-mended", "One write for a line.", GarbledLine.Mended.class),
            new Named(
                "if-for-while", "A guest who finds nothing waits once.", IfForWhile.Broken.class),
            new Named(
                "if-for-while-mended", "Waits until there is something.", IfForWhile.Mended.class),
            new Named(
                "signal-for-signalall",
                "One bell for two reasons, one ring.",
                SharedCondition.Broken.class),
            new Named(
                "signal-for-signalall-mended",
                "Everybody hears the bell.",
                SharedCondition.Mended.class),
            new Named("signal-before-wait", "Waits for a signal at a gate.", Gate.NeverLooks.class),
            new Named(
                "signal-before-wait-mended", "Waits for the gate to be open.", Gate.Mended.class),
            new Named(
                "await-without-lock", "Looks and waits without the lock.", Gate.WithoutLock.class),
            new Named(
                "await-without-lock-mended", "Looks and waits under the lock.", Gate.Mended.class)),
        List.of(
            new Exercise(
                "BoundedBuffer",
                "A bounded queue with time limits and interruption.",
                Buffer.class),
            new Exercise("Workers", "A pool that finishes all its work, then ends.", Crew.class)));
  }
}
