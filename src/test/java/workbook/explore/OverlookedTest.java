package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import programs.Misread;
import programs.Overlooked;

/// What a report says of who got an exception, of who waits, and of what was seen, is so.
@Tag("fast")
final class OverlookedTest {
  @Test
  void whoCaughtWhatAFutureGaveIsNamed() {
    var told = told(Explorer.explore(Overlooked::caughtByMain));
    assertTrue(
        Pattern.compile("its future gave that to main, which caught it at Overlooked.java:\\d+")
            .matcher(told)
            .find(),
        told);
    assertFalse(told.contains("nobody asks"), told);
  }

  @Test
  void whoEndsByWhatAFutureGaveIsNamed() {
    var told = told(Explorer.explore(Overlooked::thrownOn));
    assertTrue(told.contains("its future gave that to main"), told);
    assertFalse(told.contains("nobody asks"), told);
  }

  @Test
  void aWorkerWithoutATaskWaitsForNoSignal() {
    var fails = failed(Explorer.explore(Overlooked::besideAnIdlePool));
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
    assertEquals("no thread can go on", fails.what());
  }

  @Test
  void aLatchIsJudgedAlikeWithAWorkerBesideIt() {
    var fails = failed(Explorer.explore(Overlooked::countedOnce));
    assertEquals(FailureKind.DEADLOCK, fails.kind(), fails::says);
  }

  @Test
  void twoObjectsOfOneFieldHaveTwoNames() {
    var told = told(Explorer.explore(Misread::madeTwice));
    assertTrue(told.contains("Misread.made becomes Object "), told);
    assertTrue(told.contains("Misread.made becomes Object-2"), told);
    assertTrue(told.contains("Misread.made is Object-2"), told);
    assertTrue(told.contains("seen[0] is Object "), told);
  }

  @Test
  void halfOfAValueIsNoOldOne() {
    var told = told(Explorer.explore(Misread::halves));
    assertTrue(told.contains("(half of one write and half of another"), told);
    assertFalse(told.contains("(an old value"), told);
  }

  @Test
  void callsAreToldAsTheSourceHasThem() {
    var told = told(Explorer.explore(Misread::iterates));
    assertTrue(told.contains("hasNext() of an iterator of list finds [1, 2], gives true"), told);
    assertFalse(told.contains("list.next()"), told);
  }

  @Test
  void anEqualObjectIsNotTheSame() {
    var told = told(Explorer.explore(Overlooked::boxes));
    assertTrue(told.contains("gives false (equal, but not the same object"), told);
    assertTrue(told.contains("System.identityHashCode(count) finds"), told);
  }

  private static Verdict.Fails failed(Verdict verdict) {
    return assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }

  /// The report in one line.
  private static String told(Verdict verdict) {
    return failed(verdict).trace().text(400, false).replaceAll("\\s+", " ");
  }
}
