package book;

import _10_servers.NetworkServer;
import _10_servers.lab.EchoTiming;
import _10_servers.lab.LongLivedTrial;
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
        List.of(new LongLivedTrial(), new EchoTiming()),
        List.of(),
        List.of(
            new Exercise(
                "EchoServer",
                "Many clients at once, and none of them can do harm.",
                NetworkServer.class)));
  }
}
