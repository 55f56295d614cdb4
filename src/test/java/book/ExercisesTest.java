package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import workbook.Exercise;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// Every exercise of the book can be solved in more than one way, and every wrong way is refused
/// for its own reason, in every JVM in the same words.
///
/// Everything is judged first, in rounds, each in fresh JVMs. `-Dexercise=tally` judges that
/// exercise, `-Dexercise=tally,bank` two, and `-Dexercise=all` every one, with each of its answers
/// in twenty rounds. Without it there are two: stubs and solutions are judged in both, the others
/// in one, and some in both; traps only by the test that must refuse them.
@Tag("slow")
class ExercisesTest {
  private static final int POINTS = 10;
  private static final int TRAPS = 8;
  private static final int ALTERNATIVES = 3;
  private static final int HINTS = 3;

  private static Verdicts verdicts;

  @BeforeAll
  static void judgeAll() throws Exception {
    assertNotEquals(0, Answers.exercises().count(), "There is no exercise that -Dexercise names.");
    verdicts = Verdicts.judge();
  }

  private static List<TestResult> verdict(String type) {
    return verdicts.of(type).getFirst();
  }

  @TestFactory
  Stream<DynamicTest> everyStubFails() {
    return exercises(
        exercise -> {
          var marks = verdict(exercise.stub());
          assertTrue(points(marks) < total(marks), () -> report(marks));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyTestRefusesCodeThatIsNotWritten() {
    return exercises(
        exercise -> {
          var marks = verdicts.ofUnwritten(exercise);
          assertEquals(0, points(marks), () -> report(marks));
        });
  }

  @TestFactory
  Stream<DynamicTest> everySolutionPasses() {
    return exercises(exercise -> assertPasses(exercise.solution()));
  }

  @TestFactory
  Stream<DynamicTest> everyAlternativePasses() {
    return answers(Answers::alternatives, ExercisesTest::assertPasses);
  }

  @TestFactory
  Stream<DynamicTest> everyTrapIsRefused() {
    return answers(
        Answers::traps,
        type -> {
          var trap = Class.forName(type).getAnnotation(Trap.class);
          var marks = verdict(type);
          var result =
              marks.stream()
                  .filter(one -> one.test().equals(trap.fails()))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new AssertionError(
                              fileOf(type) + ": there is no graded test " + trap.fails()));
          assertFalse(
              result.passed(),
              () ->
                  fileOf(type) + " passes " + trap.fails() + "; mend that test\n" + report(marks));
          assertTrue(
              words(result).contains(trap.saying()),
              () ->
                  "%s: the test says something else than \"%s\"\n%s"
                      .formatted(fileOf(type), trap.saying(), report(marks)));
        });
  }

  @TestFactory
  Stream<DynamicTest> theSameVerdictInFreshJvms() {
    return exercises(
        exercise -> {
          assertEquals(Verdicts.ROUNDS, verdicts.of(exercise.stub()).size());
          assertEquals(Verdicts.ROUNDS, verdicts.of(exercise.solution()).size());
          for (var type : everyType(exercise)) {
            verdicts.of(type).forEach(one -> assertEquals(verdict(type), one, type));
          }
        });
  }

  private static List<String> everyType(Exercise exercise) {
    var types = new ArrayList<>(List.of(exercise.stub(), exercise.solution()));
    Answers.traps(exercise).forEach(one -> types.add(one.type()));
    Answers.alternatives(exercise).forEach(one -> types.add(one.type()));
    return types;
  }

  @TestFactory
  Stream<DynamicTest> everyExerciseIsComplete() {
    return exercises(
        exercise -> {
          var lacks = new ArrayList<String>();
          var marks = verdict(exercise.solution());
          if (total(marks) != POINTS) {
            lacks.add(test(exercise) + ": %d points, not %d".formatted(total(marks), POINTS));
          }
          marks.stream()
              .filter(result -> result.says().equals(result.test()))
              .forEach(
                  result ->
                      lacks.add(test(exercise) + ": " + result.test() + " has no @DisplayName"));
          atLeast(TRAPS, inTests(exercise, "traps"), Answers.traps(exercise), lacks);
          atLeast(
              ALTERNATIVES,
              inTests(exercise, "alternatives"),
              Answers.alternatives(exercise),
              lacks);
          atLeast(HINTS, markdown(exercise, "hints").toString(), hints(exercise), lacks);
          if (!text(exercise, "solution").contains("<!-- from ")) {
            lacks.add(markdown(exercise, "solution") + ": quote the answers side by side");
          }
          assertEquals(List.of(), lacks);
        });
  }

  private static void assertPasses(String type) {
    var marks = verdict(type);
    assertNotEquals(0, marks.size(), () -> fileOf(type) + ": no test judged it");
    assertEquals(
        total(marks),
        points(marks),
        () -> fileOf(type) + " is refused; mend it, or the test\n" + report(marks));
  }

  /// Where the class stands.
  private static String fileOf(String type) {
    var name = type.replace('.', '/') + ".java";
    var isAnswer = name.contains("/traps/") || name.contains("/alternatives/");
    return (isAnswer ? "src/test/java/" : "lessons/") + name;
  }

  private static void atLeast(int least, String what, List<?> found, List<String> lacks) {
    if (found.size() < least) {
      lacks.add("%s: %d, write %d".formatted(what, found.size(), least));
    }
  }

  private static List<String> hints(Exercise exercise) throws IOException {
    return Pattern.compile("(?m)^\\d+\\. ")
        .matcher(text(exercise, "hints"))
        .results()
        .map(Object::toString)
        .toList();
  }

  private static String text(Exercise exercise, String folder) throws IOException {
    return Files.readString(markdown(exercise, folder));
  }

  private static Path markdown(Exercise exercise, String folder) {
    return Path.of("lessons", exercise.room(), folder, exercise.name() + ".md");
  }

  private static String test(Exercise exercise) {
    return fileOf(exercise.test());
  }

  private static String inTests(Exercise exercise, String folder) {
    var name = exercise.name().toLowerCase(Locale.ROOT);
    return "src/test/java/%s/%s/%s".formatted(exercise.room(), folder, name);
  }

  private static int points(List<TestResult> marks) {
    return total(marks.stream().filter(TestResult::passed).toList());
  }

  private static int total(List<TestResult> marks) {
    return marks.stream().mapToInt(TestResult::points).sum();
  }

  private static String report(List<TestResult> marks) {
    return String.join(
        "\n", marks.stream().map(result -> result.test() + ": " + words(result)).toList());
  }

  /// All that a learner would read of how a test went.
  private static String words(TestResult result) {
    return switch (result.outcome()) {
      case TestOutcome.Pass(var because) -> "passed " + because;
      case TestOutcome.Fail(var what, var trace) -> what + trace.map(run -> "\n" + run).orElse("");
      case TestOutcome.Stuck(var what) -> what;
      case TestOutcome.Resource(var what) -> what;
      case TestOutcome.Inconclusive(var why) -> why;
      case TestOutcome.NotRun(var why) -> why;
    };
  }

  private interface Check {
    void of(Exercise exercise) throws Exception;
  }

  private interface AnswerCheck {
    void of(String type) throws Exception;
  }

  private static Stream<DynamicTest> exercises(Check check) {
    return Answers.exercises().map(one -> dynamicTest(one.id(), () -> check.of(one)));
  }

  private static Stream<DynamicTest> answers(
      Function<Exercise, List<Answers.Answer>> kind, AnswerCheck check) {
    return Answers.exercises()
        .flatMap(
            exercise ->
                kind.apply(exercise).stream()
                    .map(
                        answer ->
                            dynamicTest(
                                exercise.id() + ": " + answer.name(),
                                () -> check.of(answer.type()))));
  }
}
