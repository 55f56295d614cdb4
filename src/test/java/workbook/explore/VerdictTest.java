package workbook.explore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Asserting;
import programs.Circles;
import programs.ThreeByThree;
import workbook.process.JavaProcess;

/// Each kind of verdict says what it is, and only what holds passes.
@Tag("fast")
final class VerdictTest {
  private static final Budget HURRIED = Budget.DEFAULT.withPatience(Duration.ofNanos(1));

  /// The clock decides here, so the program must hold: that it was not shown is the point.
  @Test
  void outOfTimeIsNotGreen() {
    var verdict = Explorer.explore(Subject.of(ThreeByThree.class), HURRIED);
    var cut = assertInstanceOf(Verdict.NotFinished.class, verdict, verdict::says);
    var error = assertThrows(InconclusiveError.class, cut::orThrow);
    assertEquals(cut.says(), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, PT0.05S, 'not finished: 0 schedules with at most 0 preemptions in 50 ms, and there are"
        + " more'",
    "1, 1, PT1S, 'not finished: 1 schedule with at most 1 preemption in 1 second, and there are"
        + " more'",
    "12345, 2, PT1M, 'not finished: 12,345 schedules with at most 2 preemptions in 60 seconds, and"
        + " there are more'",
  })
  void notFinishedSaysHowFarItCame(int schedules, int preemptions, Duration time, String says) {
    assertEquals(says, new Verdict.NotFinished(schedules, preemptions, time).says());
  }

  @Test
  void tooLongIsNoFaultAndNoPass() {
    var tooLong = new Verdict.TooLong("after 20,000 steps, T1 still runs, at Sum.java:7");
    assertEquals(
        "too long to explore: after 20,000 steps, T1 still runs, at Sum.java:7; let its loops make"
            + " fewer rounds, start fewer threads, or explore a part of it",
        tooLong.says());
    assertThrows(InconclusiveError.class, tooLong::orThrow);
  }

  @Test
  void whatCannotBeExploredDoesNotPass() {
    assertThrows(InconclusiveError.class, new Verdict.Refused("java.io.File")::orThrow);
  }

  /// What it checks at its end has been seen by nobody.
  @Test
  void whatGoesOnForEverDoesNotPass() {
    var endless = assertInstanceOf(Verdict.Holds.class, Explorer.explore(Circles::flipsForEver));
    assertTrue(endless.depth() > 0, endless::says);
    assertThrows(InconclusiveError.class, endless::orThrow);
  }

  @Test
  void aSearchThatWasCutOffIsNotFinishedAndSaysHowFarItCame() {
    var budget = Budget.DEFAULT.withSchedules(1);
    var verdict = Explorer.explore(Subject.of(ThreeByThree.class), budget);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertEquals(Coverage.SAMPLED, holds.coverage());
    var cutOff = assertThrows(InconclusiveError.class, holds::orThrow);
    assertTrue(
        cutOff.getMessage().matches("not finished: it holds in [\\d,]+ schedules.* sampled .*"),
        cutOff::getMessage);
  }

  /// What `idle` and the like say is told where the thread waits; see also [MorePairsTest].
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LeftBehind::idleBad      | pool-1-thread-1 waits | pool-1-thread-1 waits for work, and nobody shuts down its pool
          LeftBehind::idleTimerBad | Timer-0 waits         | Timer-0 waits for work, and nobody cancels its timer
          """)
  void aProgramThatDoesNotEndSaysWhoIsLeft(String program, String who, String fact) {
    var verdict = Explorer.explore(Subject.named("scenarios.more." + program), Budget.DEFAULT);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(
        "the program does not end: main has ended, and " + who + " for ever", fails.says());
    assertEquals(List.of(fact), fails.facts());
  }

  /// Also in classes within the class explored, and beside it.
  @ParameterizedTest
  @ValueSource(strings = {"-da", "-ea", "-da:programs...", "-da:programs.Asserting$Nested"})
  void assertionsAreCheckedWhateverTheJvmWasTold(String flag)
      throws IOException, InterruptedException {
    var builder = JavaProcess.builder(Asserting.class);
    builder.command().addAll(1, List.of("-XX:TieredStopAtLevel=1", flag));
    var process = builder.redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    process.waitFor();
    assertEquals(List.of("T1: lambda", "T1: nested", "T1: helper"), printed);
  }
}
