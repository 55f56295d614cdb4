package book;

import _11_ipc.FileCounter;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 11 of the [Contents].
final class IpcLesson {
  private IpcLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_11_ipc",
        "Which way is fastest for one byte, which for a megabyte?",
        List.of("servers"),
        List.of(),
        List.of(),
        List.of(
            new Exercise(
                "SharedCounter",
                "A counter in a file, which survives the death of its users.",
                FileCounter.class)));
  }
}
