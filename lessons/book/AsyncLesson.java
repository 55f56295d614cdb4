package book;

import _12_async.AcrossAnAwait;
import _12_async.CallbackLoop;
import _12_async.lab.AsyncioHeartbeat;
import _12_async.lab.BlockingTheLoopTiming;
import _12_async.lab.CallbackOrderTrial;
import _12_async.lab.CounterGatherTiming;
import _12_async.lab.EchoOnTheLoopTrial;
import _12_async.lab.FailedTasksTrial;
import _12_async.lab.FutureTrial;
import _12_async.lab.GeneratorsTiming;
import _12_async.lab.GivingWayTiming;
import _12_async.lab.HelloWorldTrial;
import _12_async.lab.ManySleepersTiming;
import _12_async.lab.SelectTrial;
import _12_async.lab.TasksTrial;
import _12_async.lab.WaysComparison;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 12 of the [Contents].
final class AsyncLesson {
  private AsyncLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_12_async",
        "Three coroutines sleep for a second each. How long do they take together?",
        List.of("servers"),
        List.of(
            new CounterGatherTiming(),
            new CallbackOrderTrial(),
            new GeneratorsTiming(),
            new HelloWorldTrial(),
            new FutureTrial(),
            new TasksTrial(),
            new FailedTasksTrial(),
            new GivingWayTiming(),
            new SelectTrial(),
            new EchoOnTheLoopTrial(),
            new BlockingTheLoopTiming(),
            new AsyncioHeartbeat(),
            new ManySleepersTiming(),
            new WaysComparison()),
        List.of(
            new Named(
                "across-an-await", "Reads, awaits, and then writes.", AcrossAnAwait.Broken.class),
            new Named(
                "across-an-await-mended",
                "Awaits first, and then reads and writes.",
                AcrossAnAwait.Mended.class)),
        List.of(
            new Exercise(
                "EventLoop", "Callbacks and timers, all on one thread.", CallbackLoop.class)));
  }
}
