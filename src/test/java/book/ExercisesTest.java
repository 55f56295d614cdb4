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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import workbook.Exercise;
import workbook.grade.TestResult;
import workbook.grade.Trials;
import workbook.grade.worker.TestOutcome;

/// Every exercise of the book can be solved in more than one way, and every wrong way is refused
/// for its own reason, in every JVM in the same words.
///
/// Everything is judged first, in rounds, each in fresh JVMs. `-Dexercise=tally` judges that
/// exercise, `-Dexercise=tally,bank` two, and `-Dexercise=all` every one, with each of its answers
/// in twenty rounds. Without it there are two: stubs and solutions are judged in both, the others
/// in one, and some in both; traps only by the test that must refuse them. Several JVMs work at
/// once, because some answers keep theirs waiting.
@Tag("slow")
class ExercisesTest {
  private static final int POINTS = 10;
  private static final int TRAPS = 8;
  private static final int ALTERNATIVES = 3;
  private static final int HINTS = 3;

  private static final int ROUNDS = Answers.THOROUGH ? 20 : 2;
  private static final int JVMS_AT_ONCE = 8;

  /// Every how many of the other answers is judged in each round.
  private static final int AGAIN = 8;

  /// Before the name of an exercise: its stub, each method throwing.
  private static final String UNWRITTEN = "unwritten ";

  /// What each JVM said of a class, to the last step of a failing run.
  private static final Map<String, List<List<TestResult>>> VERDICTS = new ConcurrentHashMap<>();

  @BeforeAll
  static void judgeInFreshJvms() throws Exception {
    assertNotEquals(0, Answers.exercises().count(), "There is no exercise that -Dexercise names.");
    try (var trials = new Trials();
        var judges = Executors.newFixedThreadPool(JVMS_AT_ONCE)) {
      var judged =
          IntStream.range(0, ROUNDS)
              .boxed()
              .flatMap(
                  round ->
                      Answers.exercises()
                          .map(one -> judges.submit(() -> judge(trials.inFreshJvm(), one, round))))
              .toList();
      for (var one : judged) {
        one.get();
      }
    }
  }

  private static Void judge(Trials fresh, Exercise exercise, int round) throws Exception {
    try (fresh) {
      judge(fresh, exercise, Answers.stub(exercise));
      judge(fresh, exercise, Answers.solution(exercise));
      var others = new ArrayList<>(Answers.traps(exercise));
      others.addAll(Answers.alternatives(exercise));
      for (var at = 0; at < others.size(); at++) {
        if (isJudged(at, round)) {
          judgeBriefly(fresh, exercise, others.get(at));
        }
      }
      if (round == 0) {
        var root = Answers.stub(exercise).root();
        note(UNWRITTEN + exercise.id(), fresh.judgeUnwritten(exercise, root));
      }
      return null;
    }
  }

  /// Whether the answer at this place of the list is judged in a round.
  private static boolean isJudged(int at, int round) {
    var turn = at % ROUNDS == round;
    var again = at % AGAIN == 0;
    return Answers.THOROUGH || turn || again;
  }

  private static void judge(Trials fresh, Exercise exercise, Answers.Answer answer)
      throws Exception {
    note(answer.type(), fresh.judge(exercise, answer.root(), answer.type()));
  }

  /// A trap by the test that must refuse it, unless there is time for all.
  private static void judgeBriefly(Trials fresh, Exercise exercise, Answers.Answer answer)
      throws Exception {
    var trap = Class.forName(answer.type()).getAnnotation(Trap.class);
    if (trap == null || Answers.THOROUGH) {
      judge(fresh, exercise, answer);
    } else {
      note(answer.type(), fresh.judge(exercise, answer.root(), answer.type(), trap.fails()));
    }
  }

  private static void note(String type, List<TestResult> marks) {
    VERDICTS
        .computeIfAbsent(type, _ -> Collections.synchronizedList(new ArrayList<>()))
        .add(marks.stream().map(ExercisesTest::withoutWhatWasPrinted).toList());
  }

  /// What was printed is no part of the verdict: ParallelCollatz tells how long it took.
  private static TestResult withoutWhatWasPrinted(TestResult result) {
    return new TestResult(
        result.test(), result.says(), result.points(), result.read(), result.outcome(), "");
  }

  private static List<TestResult> verdict(String type) {
    return VERDICTS.get(type).getFirst();
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
          var marks = verdict(UNWRITTEN + exercise.id());
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
          assertEquals(ROUNDS, VERDICTS.get(exercise.stub()).size());
          assertEquals(ROUNDS, VERDICTS.get(exercise.solution()).size());
          for (var type : everyType(exercise)) {
            var verdicts = VERDICTS.get(type);
            assertFalse(verdicts.isEmpty(), type);
            verdicts.forEach(verdict -> assertEquals(verdicts.getFirst(), verdict, type));
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
