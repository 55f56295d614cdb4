package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workbook.process.TaskStat;

/// When a round of looks ends, and when processes are at rest, on a slow machine too.
@Tag("fast")
@EnabledOnOs(OS.LINUX)
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

  @Test
  void processesThatSleepOnAreAtRest() {
    assertTrue(rests("S1 S7", "S1 S7"));
    assertTrue(rests("", ""));
  }

  @Test
  void oneThatRunsOrHasRunIsNot() {
    assertFalse(rests("S1 S7", "S1 S8"), "it has run");
    assertFalse(rests("S1 S7", "S1 R7"), "it is awake");
    assertFalse(rests("R1 S7", "R1 S7"), "it is still awake");
    assertFalse(rests("D1 S7", "D1 S7"), "it reads a disk");
    assertFalse(rests("S1", "S1 S7"), "one has come");
    assertFalse(rests("S1 S7", "S1"), "one has gone");
  }

  /// @param before the state of each process at a look, and how often it has run
  /// @param now the same, at the next look
  private static boolean rests(String before, String now) {
    return Standstill.rest(processes(before), processes(now));
  }

  private static List<TaskStat> processes(String look) {
    return Stream.of(look.split(" "))
        .filter(text -> !text.isEmpty())
        .map(StandstillTest::process)
        .toList();
  }

  private static TaskStat process(String text) {
    return new TaskStat(1, "a process", text.charAt(0), Long.parseLong(text.substring(1)));
  }

  /// @param looks the states of the threads, a letter for each
  private static int rounds(String... looks) {
    var rounds = new Standstill.Rounds();
    return Stream.of(looks).mapToInt(look -> rounds.endedWith(threads(look))).sum();
  }

  private static List<TaskStat> threads(String states) {
    return Stream.of(0, 1, 2)
        .map(number -> new TaskStat(1 + number, "a thread", states.charAt(number), 1))
        .toList();
  }
}
