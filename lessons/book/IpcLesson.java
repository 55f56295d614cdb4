package book;

import _11_ipc.lab.RoundTripTiming;
import java.util.List;
import workbook.Lesson;

/// Lesson 11 of the [Contents].
final class IpcLesson {
  private IpcLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_11_ipc",
        "Which way is fastest for one byte, which for a megabyte?",
        List.of("servers"),
        List.of(new RoundTripTiming()),
        List.of(),
        List.of());
  }
}
