package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Parameters;
import workbook.progress.ProgressLog;

/// One run at a time, whoever asks, and none that outlives the server.
@Tag("fast")
final class StepRunsTest {
  private static final Parameters NONE = new Parameters(Map.of());

  private final StepRuns runs = new StepRuns(null);

  /// A run that goes on until it is cancelled.
  private static final class Endless extends StepRun {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private Endless() {
      super(null, Optional.empty());
    }

    @Override
    void run(Parameters settings, String id, ProgressLog log) {
      begun.countDown();
      try {
        cancelled.await();
      } catch (InterruptedException nobodyDoes) {
        throw new AssertionError(nobodyDoes);
      }
    }

    @Override
    void cancel() {
      cancelled.countDown();
    }
  }

  @Test
  void aSecondRunIsRefusedUntilTheFirstIsOver() throws Exception {
    var first = new Endless();
    assertEquals(Optional.of(1), runs.start(first, NONE));
    first.begun.await();
    assertEquals(Optional.empty(), runs.start(new Endless(), NONE));
    assertEquals(Optional.of(first), runs.get(1));
    assertEquals(Optional.empty(), runs.get(2));
    runs.end();
    assertEquals(0, first.cancelled.getCount());
    var second = new Endless();
    assertEquals(Optional.of(2), runs.start(second, NONE));
    second.cancel();
    runs.end();
  }

  @Test
  void oldOnesAreForgotten() throws Exception {
    for (var n = 1; n <= 40; n++) {
      var run = new Endless();
      run.cancel();
      assertEquals(Optional.of(n), runs.start(run, NONE));
      runs.end();
    }
    assertTrue(runs.get(40).isPresent());
    assertEquals(Optional.empty(), runs.get(8));
    assertTrue(runs.get(9).isPresent());
  }
}
