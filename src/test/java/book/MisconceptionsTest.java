package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.usecase.Book;

/// What beginners are known to believe, and where the book meets it: they predict it, a scenario
/// shows it under every schedule, and a graded test refuses it.
@Tag("fast")
class MisconceptionsTest {
  /// Where a belief is met.
  ///
  /// @param prediction a step that asks for it, as `LESSON/ID`
  /// @param scenario a program that can be explored and played, as `LESSON/ID`
  /// @param trap a wrong answer to an exercise that rests on it, as `EXERCISE/CLASS`
  private record Met(String belief, String prediction, String scenario, String trap) {}

  private static final List<Met> MET =
      List.of(
          new Met(
              "one lock guards all data, whichever lock it is",
              "locks/lock-per-instance",
              "locks/lock-per-instance",
              "tally/LockPerMethod"),
          new Met(
              "a lock per use is as good as a lock per datum",
              "races/lost-update-locked",
              "races/lost-update-locked",
              "tally/LockPerCall"),
          new Met(
              "there must be one lock for every instance",
              "puzzles/two-kitchens",
              "puzzles/two-kitchens",
              "guarded-point/OneLockForAll"),
          new Met(
              "volatile makes ++ safe",
              "races/two-increments",
              "races/two-increments-half-mended",
              "tally/VolatileTotal"),
          new Met(
              "an atomic call makes the next atomic call safe",
              "races/check-then-act",
              "races/get-then-set",
              "guarded-point/GetThenSet"),
          new Met(
              "if is enough around await",
              "conditions/if-or-while",
              "conditions/if-for-while",
              "bounded-buffer/IfAroundAwait"),
          new Met(
              "signal wakes the right thread",
              "conditions/signal-or-signalall",
              "conditions/signal-for-signalall",
              "bounded-buffer/OneSignalForTwoReasons"),
          new Met(
              "the lock is released when the method throws",
              "locks/leaked-lock",
              "locks/leaked-lock",
              "tally/LeakedLock"),
          new Met(
              "reads need no lock",
              "locks/torn-point",
              "locks/torn-point-half-mended",
              "tally/UnlockedReads"),
          new Met(
              "the order of unlocking matters for deadlock",
              "locks/release-order",
              "locks/release-order-mended",
              "bathroom/BracketsClose"),
          new Met(
              "sleeping synchronises",
              "puzzles/long-sleep",
              "puzzles/long-sleep",
              "tally/SleepsBeforeReading"),
          new Met(
              "more threads are always faster: a second worker does no harm",
              "cpu/speed-up",
              "conditions/one-pill",
              "parallel-collatz/ThreadPerNumber"),
          new Met(
              "join is optional",
              "threads/missing-join",
              "threads/missing-join",
              "parallel-map/StartsAndReturns"),
          new Met(
              "threads see each other's writes at once",
              "races/ready-flag",
              "races/ready-flag",
              "guarded-point/PlainPlace"));

  @TestFactory
  Stream<DynamicTest> everyMisconceptionIsMet() {
    return MET.stream()
        .map(met -> dynamicTest(met.belief, () -> assertEquals(List.of(), gaps(met))));
  }

  /// This test could fail.
  @Test
  void whatIsMissingIsNamed() {
    var nowhere = new Met("anything goes", "locks/goes", "locks/went", "bank/Gone");
    assertEquals(
        List.of(
            "no step asks locks/goes: give lessons/_04_locks/README.md one",
            "there is no scenario locks/went: write it",
            "there is no trap bank/Gone: write it"),
        gaps(nowhere));
  }

  @Test
  void eachIsMetOnce() {
    assertEquals(14, MET.stream().map(Met::belief).distinct().count());
  }

  private static List<String> gaps(Met met) {
    var gaps = new ArrayList<String>();
    if (isMissing(met.prediction, steps())) {
      var lesson = met.prediction.substring(0, met.prediction.indexOf('/'));
      gaps.add(
          "no step asks %s: give lessons/%s/README.md one".formatted(met.prediction, room(lesson)));
    }
    if (isMissing(met.scenario, scenarios())) {
      gaps.add("there is no scenario %s: write it".formatted(met.scenario));
    }
    if (!isTrap(met.trap)) {
      gaps.add("there is no trap %s: write it".formatted(met.trap));
    }
    return gaps;
  }

  private static boolean isMissing(String name, Stream<String> all) {
    return all.noneMatch(Predicate.isEqual(name));
  }

  private static String room(String lesson) {
    return Contents.LESSONS.stream()
        .filter(each -> each.name().equals(lesson))
        .findFirst()
        .orElseThrow()
        .room();
  }

  /// Every step asks for a prediction.
  private static Stream<String> steps() {
    return Contents.LESSONS.stream()
        .flatMap(
            lesson ->
                Book.steps(lesson).stream().map(ref -> lesson.name() + "/" + ref.step().id()));
  }

  private static Stream<String> scenarios() {
    return Contents.LESSONS.stream()
        .flatMap(
            lesson -> lesson.scenarios().stream().map(each -> lesson.name() + "/" + each.id()));
  }

  private static boolean isTrap(String name) {
    var parts = name.split("/");
    return Contents.LESSONS.stream()
        .flatMap(lesson -> lesson.exercises().stream())
        .filter(exercise -> exercise.id().equals(parts[0]))
        .flatMap(exercise -> Answers.traps(exercise).stream())
        .anyMatch(trap -> trap.name().equals(parts[1]));
  }
}
