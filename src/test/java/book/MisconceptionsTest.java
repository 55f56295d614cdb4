package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.usecase.Book;

/// What beginners are known to believe, and where the book meets it: they predict it, a scenario
/// shows it under every schedule, and a graded test refuses it. The page for instructors has the
/// table.
@Tag("fast")
class MisconceptionsTest {
  /// Where a belief is met.
  ///
  /// @param prediction a step that asks for it, as `LESSON/ID`
  /// @param scenario a program that can be explored and played, as `LESSON/ID`
  /// @param trap a wrong answer to an exercise that rests on it, as `EXERCISE/CLASS`
  private record Met(String belief, String prediction, String scenario, String trap) {}

  private static final Path PAGE = Path.of(".github", "TEACHING.md");

  /// Four cells, the last three in backticks.
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|`]+) \\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|");

  private static List<Met> met() {
    try (var lines = Files.lines(PAGE)) {
      return lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .map(row -> new Met(row.group(1), row.group(2), row.group(3), row.group(4)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMisconceptionIsMet() {
    return met().stream()
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
    assertEquals(14, met().stream().map(Met::belief).distinct().count());
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
