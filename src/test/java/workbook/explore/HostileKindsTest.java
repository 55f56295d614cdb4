package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.Scenario;

/// Code that swallows everything, locks what it should not, or takes all there is, gets a verdict
/// like any other.
@Tag("fast")
final class HostileKindsTest {
  @ParameterizedTest
  @CsvSource({
    "aRefusal, Refused, java.io.FileInputStream",
    "aRefusalOfAModel, Refused, java.lang.Thread.getStackTrace",
    "aDeadlock, Fails, 'deadlock'",
    "inFinallyForEver, Fails, 'deadlock'",
    "anExceptionWithoutText, Fails, 'an exception was thrown: T1: programs.Swallowing$Mute'",
    "anAssertionWithoutText, Fails, 'a check failed: T1: programs.Swallowing$MuteAssertion'",
    "aValueWithoutText, Fails, 'data race'",
    "aThreadDeath, Fails, 'an exception was thrown'",
    "aHandlerThatThrows, Fails, 'second'",
    "anInterruptOfItself, Fails, 'InterruptedException'",
    "anInterruptAgainAndAgain, Holds, holds",
  })
  void whatIsSwallowedIsSaid(String program, String kind, String words) {
    verdict("Swallowing::" + program, kind, words);
  }

  @ParameterizedTest
  @CsvSource({
    "ofAClass, Holds, holds",
    "ofAString, Holds, holds",
    "ofASmallInteger, Holds, holds",
    "ofTwoLargeIntegers, Fails, a check failed",
    "ofAnArray, Holds, holds",
    "ofAThread, Holds, holds",
    "ofNull, Fails, NullPointerException",
    "waitedForWithoutHoldingIt, Fails, IllegalMonitorStateException",
    "notifiedWithoutHoldingIt, Fails, IllegalMonitorStateException",
    "waitedForATimeBelowZero, Fails, IllegalArgumentException",
    "stoppedThread, Fails, UnsupportedOperationException",
  })
  void anyObjectMayBeLocked(String program, String kind, String words) {
    verdict("OddLocks::" + program, kind, words);
  }

  /// Each element of the table is a write, and a hook of its own.
  @Test
  void aMethodWithoutRoomForHooksIsNamed() throws ClassNotFoundException {
    var table = String.join(",", Collections.nCopies(4_000, "1"));
    var source =
        """
        public class Table implements workbook.Scenario {
          public java.util.List<Body> bodies() {
            int[] table = {%s};
            return java.util.List.of();
          }
        }
        """
            .formatted(table);
    var loader = new InMemoryCompiler.Loader(new InMemoryCompiler().compile("Table", source));
    var subject = Subject.of(loader.loadClass("Table").asSubclass(Scenario.class));
    var refused =
        assertInstanceOf(Verdict.Refused.class, Explorer.explore(subject, Budget.DEFAULT));
    assertTrue(refused.what().contains("no room for its hooks in Table"), refused::what);
  }

  @ParameterizedTest
  @CsvSource({
    "anArrayThatIsTooLarge, Fails, OutOfMemoryError",
    "allMemory, Refused, it needs more memory than this JVM has",
    "aHugeSharedArray, Holds, holds",
    "tenThousandThreads, TooLong, '1,000 threads'",
    "aDeepRecursion, Holds, holds",
    "aRecursionThatCatchesItsOwnEnd, Holds, holds",
  })
  void whatIsTooMuchIsSaid(String program, String kind, String words) {
    verdict("Exhausting::" + program, kind, words);
  }

  /// Whoever follows these to their end never comes to one: the time is used up.
  @ParameterizedTest
  @CsvSource({
    "threadsThatStartThreads, '1,000 threads'",
    "aRecursionThatCatchesItsEndAgainAndAgain, after 30 stack overflows",
  })
  void whatHasNoEndIsTooLong(String program, String words) {
    var subject = Subject.named("programs.Exhausting::" + program);
    var verdict = Explorer.explore(subject, patient(10));
    // With more time when not even one schedule came to its end, as on a slow machine.
    for (var seconds = 20; verdict instanceof Verdict.NotFinished && seconds < 200; seconds *= 2) {
      verdict = Explorer.explore(subject, patient(seconds));
    }
    var tooLong = assertInstanceOf(Verdict.TooLong.class, verdict, verdict::says);
    assertTrue(tooLong.says().contains(words), tooLong::says);
  }

  private static Budget patient(int seconds) {
    return Budget.DEFAULT.withPatience(Duration.ofSeconds(seconds));
  }

  private static void verdict(String program, String kind, String words) {
    verdict(program, Budget.DEFAULT, kind, words);
  }

  private static void verdict(String program, Budget budget, String kind, String words) {
    var verdict = Explorer.explore(Subject.named("programs." + program), budget);
    assertEquals(kind, verdict.getClass().getSimpleName(), verdict::says);
    assertTrue(verdict.says().contains(words), verdict.says());
  }
}
