package workbook.grade;

import java.nio.file.Path;
import java.time.Duration;

/// A grader for measuring that gives each test one second of the processor, so that hundreds of
/// answers that never end can be checked.
public final class Impatient {
  private Impatient() {}

  /// @param home the folder that holds `lessons/`
  public static WorkerGrader grader(Path home) {
    var second = Duration.ofSeconds(1);
    return new WorkerGrader(
        home, new TestLimits(second, second, Duration.ofMinutes(1)), WorkerPool.Use.ONCE);
  }
}
