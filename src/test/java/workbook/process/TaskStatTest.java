package workbook.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
class TaskStatTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void aThreadThatComputesIsAwake() throws InterruptedException {
    assertTrue(TaskStat.IS_TOLD);
    var over = new AtomicBoolean();
    var computing =
        Thread.ofPlatform()
            .name("computes (a) lot")
            .start(
                () -> {
                  while (!over.get()) {
                    Thread.onSpinWait();
                  }
                });
    try {
      comes(
          () ->
              TaskStat.ofOtherThreads().stream()
                  .anyMatch(one -> one.name().equals("computes (a) lo") && one.state() == 'R'));
      assertTrue(TaskStat.isAnyOtherThreadAwake());
    } finally {
      over.set(true);
      computing.join();
    }
  }

  @Test
  void aProcessThatReadsSleepsAndOneThatHasEndedIsGone() throws Exception {
    var reading = new ProcessBuilder("cat").start();
    var handle = reading.toHandle();
    comes(() -> TaskStat.of(handle).equals(new TaskStat(handle.pid(), "cat", 'S')));
    assertTrue(TaskStat.of(handle).sleeps());
    assertFalse(TaskStat.of(handle).isAwake());
    assertEquals(1, TaskStat.ofThreads(handle).size());
    reading.getOutputStream().close();
    reading.waitFor();
    assertEquals(new TaskStat(0, "", '?'), TaskStat.of(handle));
    assertEquals(0, TaskStat.ofThreads(handle).size());
  }

  private static void comes(BooleanSupplier what) {
    assertTimeoutPreemptively(
        LONG,
        () -> {
          while (!what.getAsBoolean()) {
            Thread.onSpinWait();
          }
        });
  }
}
