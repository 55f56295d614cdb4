package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "anArrayThatIsTooLarge, Fails, OutOfMemoryError",
    "allMemory, Refused, it needs more memory than this JVM has",
    "aHugeSharedArray, Holds, holds",
    "tenThousandThreads, TooLong, '1,000 threads'",
    "threadsThatStartThreads, TooLong, '1,000 threads'",
    "aDeepRecursion, Holds, holds",
    "aRecursionThatCatchesItsOwnEnd, Holds, holds",
  })
  void whatIsTooMuchIsSaid(String program, String kind, String words) {
    verdict("Exhausting::" + program, kind, words);
  }

  private static void verdict(String program, String kind, String words) {
    var verdict = Explorer.explore(Subject.named("programs." + program), Budget.DEFAULT);
    assertEquals(kind, verdict.getClass().getSimpleName(), verdict::says);
    assertTrue(verdict.says().contains(words), verdict.says());
  }
}
