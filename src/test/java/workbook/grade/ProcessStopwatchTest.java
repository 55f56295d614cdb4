package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.TaskStat;

/// What counts as waiting, on a slow machine too: a spell of about a second as it may look.
@Tag("fast")
class ProcessStopwatchTest {
  private static final Duration NOTHING = Duration.ZERO;
  private static final Duration LITTLE = Duration.ofMillis(100);
  private static final Duration MUCH = Duration.ofMillis(600);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void whereAllSleepASecondWasWaited() {
    assertEquals(SECOND, ofSpell(NOTHING, NOTHING, "SSS"));
    assertEquals(SECOND, ofSpell(NOTHING, NOTHING, ""));
  }

  @Test
  void whoComputesDoesNotWait() {
    assertEquals(NOTHING, ofSpell(MUCH, NOTHING, "RSS"));
    assertEquals(NOTHING, ofSpell(MUCH, MUCH, "SSS"));
    assertEquals(NOTHING, ofSpell(LITTLE, NOTHING, ""));
  }

  /// As a loop does that sleeps for a millisecond each time.
  @Test
  void whoOnlyLooksAroundNowAndThenWaits() {
    assertEquals(SECOND.minus(LITTLE), ofSpell(LITTLE, NOTHING, "SSZ"));
    assertEquals(NOTHING, ofSpell(LITTLE, NOTHING, "SRS"));
    assertEquals(MUCH, ofSpell(LITTLE, MUCH, "SSS"));
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
    var threads =
        states.chars().mapToObj(state -> new TaskStat(1, "a thread", (char) state)).toList();
    return ProcessStopwatch.ofSpell(own, others, threads);
  }
}
