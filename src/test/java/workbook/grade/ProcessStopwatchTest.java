package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.TaskStat;

/// What counts as waiting, on a slow machine too: a spell of about a second as it may look.
@Tag("fast")
class ProcessStopwatchTest {
  private static final Duration NOTHING = Duration.ZERO;
  private static final Duration MUCH = Duration.ofMillis(300);

  @Test
  void whereAllSleepASecondWasWaited() {
    assertEquals(Duration.ofSeconds(1), ofSpell(NOTHING, NOTHING, "SSS"));
    assertEquals(Duration.ofSeconds(1), ofSpell(Duration.ofMillis(10), NOTHING, "SSZ"));
  }

  @Test
  void whoComputesDoesNotWait() {
    assertEquals(NOTHING, ofSpell(MUCH, NOTHING, "RSS"));
    assertEquals(NOTHING, ofSpell(MUCH, MUCH, "SSS"));
  }

  @Test
  void whoHasNotGotAProcessorDoesNotWait() {
    assertEquals(NOTHING, ofSpell(NOTHING, NOTHING, "SRS"));
    assertEquals(NOTHING, ofSpell(NOTHING, NOTHING, "SSD"));
  }

  @Test
  void whereAChildComputesItsTimeCounts() {
    assertEquals(MUCH, ofSpell(NOTHING, MUCH, "SSR"));
    assertEquals(MUCH, ofSpell(NOTHING, MUCH, "SSS"));
  }

  /// @param states of the threads, a letter for each
  private static Duration ofSpell(Duration own, Duration others, String states) {
    Stream<TaskStat> threads =
        states.chars().mapToObj(state -> new TaskStat(1, "a thread", (char) state));
    return ProcessStopwatch.ofSpell(own, others, threads);
  }
}
