package book;

import _11_ipc.FileCounter;
import _11_ipc.TemporaryFile;
import _11_ipc.lab.LockHolderTrial;
import _11_ipc.lab.LostPermitTrial;
import _11_ipc.lab.MechanismTable;
import _11_ipc.lab.OneCoreTiming;
import _11_ipc.lab.RoundTripTiming;
import _11_ipc.lab.ThroughputTiming;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Scenario.Named;

/// Lesson 11 of the [Contents].
final class IpcLesson {
  private IpcLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_11_ipc",
        "Which way is fastest for one byte, which for a megabyte?",
        List.of("servers"),
        List.of(
            new RoundTripTiming(),
            new ThroughputTiming(),
            new MechanismTable(),
            new LockHolderTrial(),
            new LostPermitTrial(),
            new OneCoreTiming()),
        List.of(
            new Named(
                "temporary-file",
                "Looks whether the name is free, and then makes the file.",
                TemporaryFile.Broken.class),
            new Named(
                "temporary-file-mended",
                "Makes the file, and is refused if it's there.",
                TemporaryFile.Mended.class)),
        List.of(
            new Exercise("SharedCounter", "A counter that survives kill -9.", FileCounter.class)));
  }
}
