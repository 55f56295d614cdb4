package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.TaskStat;

/// When a round of looks ends, on a slow machine too: each look with the states of three threads.
@Tag("fast")
class StandstillTest {
  @Test
  void whereAllSleepEachLookEndsARound() {
    assertEquals(3, rounds("SSS", "SSS", "SSS"));
  }

  @Test
  void oneThatWakesUpAgainAndAgainKeepsNoRoundFromEnding() {
    assertEquals(2, rounds("RSS", "RSS", "RSS", "SSS", "RSS", "RSS", "SSS", "RSS"));
    assertEquals(2, rounds("RSS", "SRS", "RSS", "SRS"));
  }

  @Test
  void noRoundEndsBeforeAThreadThatWasWokenHasRun() {
    assertEquals(0, rounds("RSS", "RSR", "RRS", "RSS"));
    assertEquals(0, rounds("?SS", "DSS", "RSS"));
  }

  /// @param looks the states of the threads, a letter for each
  private static int rounds(String... looks) {
    var rounds = new Standstill.Rounds();
    return Stream.of(looks).mapToInt(look -> rounds.endedWith(threads(look))).sum();
  }

  private static List<TaskStat> threads(String states) {
    return Stream.of(0, 1, 2)
        .map(number -> new TaskStat(1 + number, "a thread", states.charAt(number)))
        .toList();
  }
}
