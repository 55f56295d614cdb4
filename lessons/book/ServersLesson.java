package book;

import _10_servers.NetworkServer;
import _10_servers.lab.AcceptFairnessTrial;
import _10_servers.lab.BackpressureTrial;
import _10_servers.lab.ComputingHandlerTiming;
import _10_servers.lab.ConnectionCostTiming;
import _10_servers.lab.EchoTiming;
import _10_servers.lab.FrozenWorkerTrial;
import _10_servers.lab.LongLivedTrial;
import _10_servers.lab.ManyProcessesTiming;
import _10_servers.lab.ManyThreadsTiming;
import _10_servers.lab.RestartTrials;
import _10_servers.lab.WaitingHandlerTiming;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 10 of the [Contents].
final class ServersLesson {
  private ServersLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_10_servers",
        "A hundred clients stay connected. How many are served?",
        List.of("timeouts"),
        List.of(
            new LongLivedTrial(),
            new EchoTiming(),
            new ConnectionCostTiming(),
            new AcceptFairnessTrial(),
            new FrozenWorkerTrial(),
            new ManyProcessesTiming(),
            new WaitingHandlerTiming(),
            new ComputingHandlerTiming(),
            new BackpressureTrial(),
            new ManyThreadsTiming(),
            new RestartTrials()),
        List.of(),
        List.of(
            new Exercise(
                "EchoServer", "Many clients, and none can do harm.", NetworkServer.class)));
  }
}
