package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.process.TaskStat;

/// When a round of looks ends, and when nobody has run for long enough, on a slow machine too.
@Tag("fast")
class StandstillTest {
  private static final int NEVER = -1;

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
  void whereNobodyHasRunForLongEnoughThatIsARest() {
    assertEquals(4, restAfter("S1 S7", "S1 S7", "S1 S7", "S1 S7", "S1 S7"));
  }

  @Test
  void whoeverRunsOrHasRunBreaksTheRest() {
    assertEquals(NEVER, restAfter("S1 S7", "S1 S7", "S1 S8", "S1 S8", "S1 S8"), "it has run");
    assertEquals(NEVER, restAfter("S1 S7", "S1 S7", "S1 R7", "S1 S7", "S1 S7"), "it was awake");
    assertEquals(NEVER, restAfter("R1 S7", "R1 S7", "R1 S7", "R1 S7", "R1 S7"), "it is awake");
    assertEquals(NEVER, restAfter("D1 S7", "D1 S7", "D1 S7", "D1 S7", "D1 S7"), "it reads a disk");
    assertEquals(NEVER, restAfter("S1", "S1", "S1 S7", "S1 S7", "S1 S7"), "one has come");
    assertEquals(NEVER, restAfter("S1 S7", "S1 S7", "S1", "S1", "S1"), "one has gone");
  }

  @Test
  void whereNothingIsToldThereIsNoRest() {
    assertEquals(NEVER, restAfter("", "", "", "", ""));
    assertEquals(NEVER, restAfter("S0", "S0", "S0", "S0", "S0"), "turns are not counted");
    assertEquals(NEVER, restAfter("?0", "?0", "?0", "?0", "?0"), "they are gone");
  }

  /// How many looks it took to find three times that nobody had run meanwhile.
  ///
  /// @param looks the state of each thread, and how often it has run
  private static int restAfter(String... looks) {
    var rest = new Standstill.Rest(3);
    for (var look = 0; look < looks.length; look++) {
      var threads =
          looks[look].isEmpty()
              ? List.<TaskStat>of()
              : Stream.of(looks[look].split(" ")).map(StandstillTest::thread).toList();
      if (rest.hasLasted(threads)) {
        return look + 1;
      }
    }
    return NEVER;
  }

  private static TaskStat thread(String text) {
    return new TaskStat(1, "a thread", text.charAt(0), Long.parseLong(text.substring(1)));
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
