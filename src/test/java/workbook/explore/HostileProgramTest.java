package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the code under test does, the explorer answers, names it, and leaves no thread behind.
@Tag("fast")
final class HostileProgramTest {
  @AfterEach
  void noThreadIsLeftBehind() {
    var left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("explorer"))
            .toList();
    assertEquals(0, left.size(), left::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "readsAFile, 'java.io.FileInputStream, at Hostile.java:'",
    "opensASocket, java.net.Socket",
    "startsAProcess, java.lang.ProcessBuilder",
    "usesParallelStreams, parallelStream",
    "waitsInACallback, 'inside java.util.concurrent.ConcurrentHashMap.computeIfAbsent, at Host'",
    "readsTheKeyboard, java.lang.System.in",
    "readsAFileInWords, 'java.util.Scanner.<init>, at Hostile.java:'",
    "makesByReflection, 'java.lang.reflect.Constructor.newInstance, at Hostile.java:'",
    "sleepsByReflection, java.lang.reflect.Method.invoke",
    "setsAFieldByReflection, java.lang.reflect.Field.set",
    "looksAtTheClock, java.util.Calendar.getInstance",
    "writesAFile, java.io.PrintWriter",
    "asksWhereAnotherThreadIs, 'Thread.getStackTrace, of another thread, at Hostile.java:'",
    "asksWhereAllThreadsAre, 'java.lang.Thread.getAllStackTraces, at Hostile.java:'",
    "callsNativeCode, elsewhere",
  })
  void whatCannotBeControlledIsRefusedByName(String program, String name) {
    var verdict = explore(program);
    assertInstanceOf(Verdict.Refused.class, verdict, verdict::says);
    assertTrue(verdict.says().contains(name), verdict.says());
  }

  @ParameterizedTest
  @CsvSource({
    "neverTerminates, 'runs in circles, at Hostile.java:'",
    "waitsInTimeAgainAndAgain, waits for a signal",
    "bothLoopWithoutTouchingAnything, runs in circles",
    "exits, 'the code ends the program: T1 calls System.exit(), at Hostile.java:'",
    "halts, 'the code ends the program: T1 calls Runtime.halt(), at Hostile.java:'",
    "catchesEverything, 'the code ends the program: T1 calls System.exit(), at Hostile.java:'",
    "throwsInItsConstructor, no scenario today",
    "overflowsTheStack, StackOverflowError",
    "failsInAStaticInitialiser, NoSuchElementException",
    "unlocksWhatItDoesNotHold, IllegalMonitorStateException",
    "notifiesWithoutTheMonitor, IllegalMonitorStateException",
    "startsTwice, IllegalThreadStateException",
    "failsInAThreadNobodyJoins, unseen",
  })
  void whatGoesWrongIsSaid(String program, String words) {
    var verdict = explore(program);
    assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertTrue(verdict.says().contains(words), verdict.says());
  }

  /// The watchdog says where the step hangs and what to do; afterwards the explorer works again.
  @Test
  void aStepThatDoesNotEndIsNamed() {
    var subject = Subject.named("programs.Hostile::blocksInsideTheJdk");
    var verdict = Explorer.explore(subject, Budget.DEFAULT.withPatience(Duration.ofMillis(1)));
    assertInstanceOf(Verdict.Refused.class, verdict, verdict::says);
    assertTrue(verdict.says().contains("at Hostile.java:"), verdict.says());
    assertTrue(verdict.says().contains("give it a limit"), verdict.says());
    noBodiesHoldInTheOneSchedule();
  }

  @Test
  void noBodiesHoldInTheOneSchedule() {
    assertEquals(
        "holds in every schedule; they all come to the same", explore("hasNoBodies").says());
  }

  @ParameterizedTest
  @ValueSource(strings = {"programs.Nowhere", "programs.Hostile::nothing", "programs.Hostile"})
  void aNameThatIsNoScenarioIsOneSentence(String name) {
    assertThrows(
        IllegalArgumentException.class,
        () -> Explorer.explore(Subject.named(name), Budget.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "calm.", "1.2-", "1.2+xyz", "1;2", "99999999.1", "calm+"})
  void aBadScheduleIsOneSentence(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
    assertTrue(error.getMessage().contains("is not a schedule"), error.getMessage());
  }

  @Test
  void aLongScheduleIsReadAsItWasPrinted() {
    var text = "1.1-".repeat(20_000) + "2.1+5c3f00a1";
    assertEquals(text, Schedule.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5000.1", "1.77"})
  void aScheduleOfAnotherProgramIsOneSentence(String schedule) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Explorer.replay(
                    Subject.named("scenarios.LockOrder::good"), Schedule.parse(schedule)));
    assertTrue(error.getMessage().contains("does not fit"), error.getMessage());
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named("programs.Hostile::" + program), Budget.DEFAULT);
  }
}
