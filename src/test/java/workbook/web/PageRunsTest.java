package workbook.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.progress.ProgressLog;

/// One run at a time, whoever asks, and none that outlives the server.
@Tag("fast")
final class PageRunsTest {
  private final PageRuns runs = new PageRuns(null);

  /// A run that goes on until it is cancelled.
  private static final class Endless extends PageRun {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    String show(String address, ProgressLog log) {
      begun.countDown();
      try {
        cancelled.await();
      } catch (InterruptedException nobodyDoes) {
        throw new AssertionError(nobodyDoes);
      }
      return address;
    }

    @Override
    String reach() {
      return "";
    }

    @Override
    void cancel() {
      cancelled.countDown();
    }
  }

  @Test
  void aSecondRunIsRefusedUntilTheFirstIsOver() throws Exception {
    var first = new Endless();
    assertEquals(Optional.of(1), runs.start(first));
    first.begun.await();
    assertEquals(Optional.empty(), runs.start(new Endless()));
    assertEquals(Optional.of(first), runs.get(1));
    assertEquals(Optional.empty(), runs.get(2));
    runs.end();
    assertEquals(0, first.cancelled.getCount());
    assertEquals(Optional.of("/runs/1"), first.html());
    var second = new Endless();
    assertEquals(Optional.of(2), runs.start(second));
    second.cancel();
    runs.end();
  }

  @Test
  void oldOnesAreForgotten() throws Exception {
    for (var n = 1; n <= 40; n++) {
      var run = new Endless();
      run.cancel();
      assertEquals(Optional.of(n), runs.start(run));
      runs.end();
    }
    assertTrue(runs.get(40).isPresent());
    assertEquals(Optional.empty(), runs.get(8));
    assertTrue(runs.get(9).isPresent());
  }
}
