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
    comes(() -> TaskStat.of(handle).name().equals("cat") && TaskStat.of(handle).sleeps());
    var asleep = TaskStat.of(handle);
    assertEquals(new TaskStat(handle.pid(), "cat", 'S', asleep.turns()), asleep);
    assertFalse(asleep.isAwake());
    assertEquals(asleep, TaskStat.of(handle), "it sleeps on");
    reading.getOutputStream().write('a');
    reading.getOutputStream().flush();
    comes(() -> TaskStat.of(handle).turns() > asleep.turns());
    assertEquals(1, TaskStat.ofThreads(handle).size());
    reading.getOutputStream().close();
    reading.waitFor();
    assertEquals(new TaskStat(0, "", '?', 0), TaskStat.of(handle));
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
