package book;

import _09_futures.FirstAnswer;
import _09_futures.NestedTasks;
import _09_futures.SilentFailure;
import _09_futures.TaskGroup;
import _09_futures.lab.AsCompletedTiming;
import _09_futures.lab.CancellationTrial;
import _09_futures.lab.CommonPoolTiming;
import _09_futures.lab.FailingStageTrial;
import _09_futures.lab.InvokeTrial;
import _09_futures.lab.PoolAndFutureTimeline;
import _09_futures.lab.PoolStarvationTrial;
import _09_futures.lab.RequestUserTrial;
import _09_futures.lab.RunBlockingTrial;
import _09_futures.lab.StageThreads;
import _09_futures.lab.SwallowedException;
import _09_futures.lab.WorkStealingTiming;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 09 of the [Contents].
final class FuturesLesson {
  private FuturesLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_09_futures",
        "A task throws in a pool. Who hears of it?",
        List.of("conditions"),
        List.of(
            new SwallowedException(),
            new PoolAndFutureTimeline(),
            new AsCompletedTiming(),
            new CancellationTrial(),
            new StageThreads(),
            new FailingStageTrial(),
            new InvokeTrial(),
            new PoolStarvationTrial(),
            new RunBlockingTrial(),
            new WorkStealingTiming(),
            new CommonPoolTiming(),
            new RequestUserTrial()),
        List.of(
            new Named("swallowed-failure", "Waits on a latch.", SilentFailure.Broken.class),
            new Named("swallowed-failure-mended", "Asks the futures.", SilentFailure.Mended.class),
            new Named(
                "pool-starvation", "Tasks wait for tasks of their pool.", NestedTasks.Broken.class),
            new Named("pool-starvation-mended", "No task waits.", NestedTasks.Mended.class),
            new Named("future-race", "Looks, then completes.", FirstAnswer.Broken.class),
            new Named("future-race-mended", "Completes, and hears.", FirstAnswer.Mended.class)),
        List.of(
            new Exercise(
                "Gather", "All results or the first failure, and nothing left.", TaskGroup.class)));
  }
}
