package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.Exercise;
import workbook.grade.TestResult;
import workbook.grade.Trials;
import workbook.grade.mutants.Mutant;
import workbook.grade.worker.TestOutcome;

/// The graded tests refuse each mistake that can be planted in a right answer, but for those that
/// change nothing a contract speaks of: the lists in `src/test/resources/mutants` say why. Every
/// exercise has a list, if only an empty one: it claims that nothing else gets through.
///
/// `-Dexercise=tally` plants every mistake in every answer of that exercise, and `-Dexercise=all`
/// in those of every exercise. Without it, the suite tries one for each exercise, always the same
/// one.
@Tag("slow")
class MutantsTest {
  private static final int JVMS_AT_ONCE = 2;

  /// Where the numbers are told.
  private static final Path TABLE = Path.of(".github", "GRADING.md");

  private static final String ROW =
      "| %s | %d | %d | [%d](../src/test/resources/mutants/%1$s.txt) |";

  /// A mistake in an answer.
  private record Planted(Answers.Answer answer, Mutant mutant, String key) {}

  private static final Trials TRIALS = new Trials();

  /// Each with a JVM of its own, which judges one exercise after another.
  private static final List<Trials> JVMS =
      Stream.generate(TRIALS::inFreshJvm).limit(JVMS_AT_ONCE).toList();

  @AfterAll
  static void close() {
    JVMS.forEach(Trials::close);
    TRIALS.close();
  }

  @TestFactory
  Stream<DynamicTest> onlyRightAnswersPass() {
    return Answers.exercises().map(one -> dynamicTest(one.id(), () -> isRefused(one)));
  }

  @Test
  void eachExerciseHasAList() {
    var without =
        Answers.exercises().filter(one -> !Equivalents.exist(one)).map(Exercise::id).toList();
    assertEquals(List.of(), without, "no src/test/resources/mutants/ID.txt");
  }

  @Test
  void eachListBelongsToAnExercise() throws IOException {
    var exercises =
        Contents.LESSONS.stream().flatMap(one -> one.exercises().stream()).map(Exercise::id);
    var known = exercises.toList();
    assertEquals(
        List.of(), Equivalents.lists().stream().filter(id -> !known.contains(id)).toList());
  }

  private static void isRefused(Exercise exercise) throws Exception {
    var equivalents = Equivalents.of(exercise);
    var passed = new ConcurrentLinkedQueue<String>();
    try (var judges = Executors.newFixedThreadPool(JVMS_AT_ONCE)) {
      var planted = planted(exercise);
      var left = new ConcurrentLinkedQueue<>(sample(planted));
      var judged =
          JVMS.stream()
              .limit(left.size())
              .map(jvm -> judges.submit(() -> judge(jvm, exercise, left, passed)))
              .toList();
      for (var one : judged) {
        one.get();
      }
      assertTold(exercise, planted.size(), equivalents.reasons().size());
      var keys = planted.stream().map(Planted::key).toList();
      assertEquals(List.of(), equivalents.without(keys), "listed, but there is no such mistake");
      if (Answers.THOROUGH) {
        assertEquals(List.of(), equivalents.without(passed), "listed, but refused");
      }
    }
    passed.removeIf(equivalents::has);
    assertEquals("", String.join("\n", passed.stream().sorted().toList()), "not refused");
  }

  /// The row of an exercise is there, and true.
  private static void assertTold(Exercise exercise, int planted, int equivalent)
      throws IOException {
    var row = ROW.formatted(exercise.id(), planted, planted - equivalent, equivalent);
    var rows =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| " + exercise.id() + " |"))
            .toList();
    assertEquals(List.of(row), rows, TABLE::toString);
  }

  private static List<Planted> planted(Exercise exercise) throws Exception {
    var planted = new ArrayList<Planted>();
    for (var answer : Answers.right(exercise)) {
      var mutants = TRIALS.mutants(exercise, answer.root(), answer.type());
      var keys = Mutant.keys(answer.name(), mutants);
      for (var at = 0; at < keys.size(); at++) {
        planted.add(new Planted(answer, mutants.get(at), keys.get(at)));
      }
    }
    return planted;
  }

  private static List<Planted> sample(List<Planted> all) {
    return Answers.THOROUGH ? all : List.of(all.get(all.size() / 2));
  }

  private static Void judge(
      Trials jvm, Exercise exercise, Queue<Planted> left, Queue<String> passed) throws Exception {
    for (var one = left.poll(); one != null; one = left.poll()) {
      var result = jvm.refusal(exercise, one.answer.root(), one.answer.type(), one.mutant);
      if (result.map(MutantsTest::cannotTell).orElse(true)) {
        passed.add(one.key);
      }
    }
    return null;
  }

  private static boolean cannotTell(TestResult result) {
    return result.outcome() instanceof TestOutcome.Inconclusive;
  }
}
