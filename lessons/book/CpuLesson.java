package book;

import _06_cpu.Survey;
import _06_cpu.lab.AmdahlTiming;
import _06_cpu.lab.CountdownTiming;
import _06_cpu.lab.CpuUseOverTime;
import _06_cpu.lab.FalseSharingTiming;
import _06_cpu.lab.HandOverDelay;
import _06_cpu.lab.SpeedUpTiming;
import _06_cpu.lab.SplitBalance;
import _06_cpu.lab.ThreeWaysTiming;
import _06_cpu.lab.VanishingLoopTiming;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;

/// Lesson 06 of the [Contents].
final class CpuLesson {
  private CpuLesson() {}

  static Lesson lesson() {
    return new Lesson(
        "_06_cpu",
        "Two threads on two cores. How much faster?",
        List.of("threads"),
        List.of(
            new CountdownTiming(),
            new CpuUseOverTime(),
            new HandOverDelay(),
            new SpeedUpTiming(),
            new AmdahlTiming(),
            new VanishingLoopTiming(),
            new SplitBalance(),
            new FalseSharingTiming(),
            new ThreeWaysTiming()),
        List.of(),
        List.of(
            new Exercise("ParallelCollatz", "All cores, each doing a fair share.", Survey.class)));
  }
}
