package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A method of the JDK reads and changes the elements of the arrays and collections that it is
/// given, like code that does so itself.
@Tag("fast")
final class GivenArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fill",
        "fillByBoth",
        "sort",
        "sortInOrder",
        "setAll",
        "copyInto",
        "toArray",
        "sortTheList",
        "getChars",
        "copyOut",
        "copyOf",
        "copyOfRange",
        "cloned",
        "equal",
        "text",
        "stream",
        "asserted",
        "deepText",
        "listOf",
        "streamOf",
        "joined",
        "throughTheList",
        "goesThroughTheList",
        "valueOf",
        "newString",
        "afterManyAtOnce",
      })
  void anArrayThatIsGivenAwayRaces(String program) {
    races("SharedArrays::" + program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eachItsHalf", "behindALock", "sizeOfTheList", "manyOfItsOwn", "formats"})
  void aRightUseOfArraysHolds(String program) {
    holds("SharedArrays::" + program);
  }

  @Test
  void whatIsNotSharedAddsNoSchedules() {
    var fewest = explore("SharedArrays::nothing").says();
    for (var program : new String[] {"eachItsHalf", "manyOfItsOwn", "formats"}) {
      assertEquals(fewest, explore("SharedArrays::" + program).says(), program);
    }
  }

  /// Both accesses are told, each with the element.
  @Test
  void theElementIsNamed() {
    var fails = assertInstanceOf(Verdict.Fails.class, explore("SharedArrays::fillByBoth"));
    assertTrue(fails.says().contains("T2 and T1 use numbers[0]"), fails.says());
    var told = fails.trace().facts().toString();
    assertTrue(told.contains("T1 writes numbers[0] at SharedArrays.java:"), told);
    assertTrue(told.contains("T2 writes numbers[0] at SharedArrays.java:"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printed",
        "concatenated",
        "appended",
        "valueOf",
        "formatted",
        "compared",
        "comparedNullOrNot",
        "asserted",
        "elementsTold",
        "sortedByReference",
        "seenThroughAView",
      })
  void aListThatIsLookedIntoRaces(String program) {
    races("LookedInto::" + program);
  }

  @Test
  void aListThatIsLookedIntoBehindALockHolds() {
    holds("LookedInto::printedBehindALock");
  }

  /// What is no proof: these races are not found, and EXPLORER.md says so.
  @ParameterizedTest
  @ValueSource(
      strings = {"printedInsideAnother", "printedInARecord", "streamedLater", "bufferFilled"})
  void someRacesAreNotFound(String program) {
    holds("LookedInto::" + program);
  }

  private static void races(String program) {
    var verdict = explore(program);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertEquals(FailureKind.DATA_RACE, fails.kind(), fails.says());
  }

  private static void holds(String program) {
    var verdict = explore(program);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  private static Verdict explore(String program) {
    return Explorer.explore(Subject.named("programs." + program), Budget.DEFAULT);
  }
}
