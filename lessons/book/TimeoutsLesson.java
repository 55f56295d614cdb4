package book;

import _08_timeouts.Caller;
import _08_timeouts.IgnoredTimeout;
import _08_timeouts.lab.ConnectTimeout;
import _08_timeouts.lab.Errors;
import _08_timeouts.lab.EveryTimedWait;
import _08_timeouts.lab.InterruptARead;
import _08_timeouts.lab.ReadTimeout;
import _08_timeouts.lab.SettimeoutThreeWays;
import _08_timeouts.lab.SilentClient;
import _08_timeouts.lab.SlowDrip;
import _08_timeouts.lab.WriteStall;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 08 of the [Contents].
final class TimeoutsLesson {
  private TimeoutsLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_08_timeouts",
        "Which of the two limits fires: connect or read?",
        List.of("sockets"),
        List.of(
            new ConnectTimeout(),
            new ReadTimeout(),
            new SettimeoutThreeWays(),
            new SlowDrip(),
            new SilentClient(),
            new Errors(),
            new WriteStall(),
            new EveryTimedWait(),
            new InterruptARead()),
        List.of(
            new Named(
                "ignored-timeout",
                "Two threads wait for a lock, with a limit.",
                IgnoredTimeout.Broken.class),
            new Named(
                "ignored-timeout-mended",
                "Goes on only with the lock.",
                IgnoredTimeout.Mended.class)),
        List.of(
            new Exercise(
                "PatientClient", "A limit for every wait, and one for them all.", Caller.class)));
  }
}
