package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Claim;
import workbook.Findings;
import workbook.Lesson;
import workbook.Observations;
import workbook.Parameters;
import workbook.Question;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.LessonPages;

/// Every answer and every claim comes from what was observed: under other observations, it comes
/// out otherwise.
@Tag("fast")
class FindingsTest {
  @TestFactory
  Stream<DynamicTest> everyAnswerAndEveryClaimCanComeOutOtherwise() {
    return Contents.LESSONS.stream()
        .flatMap(lesson -> Book.experiments(lesson).stream())
        .map(ref -> dynamicTest(ref.name(), () -> check(ref)));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsMadeUpForAnExperimentThatIsGone() {
    return Contents.LESSONS.stream()
        .map(
            lesson ->
                dynamicTest(
                    lesson.name(),
                    () -> {
                      var ids = lesson.experiments().stream().map(each -> each.id());
                      assertEquals(
                          ids.collect(Collectors.toCollection(TreeSet::new)),
                          new TreeSet<>(madeUp(lesson).keySet()),
                          "the experiments of the lesson, and those of " + className(lesson));
                    }));
  }

  private static void check(Book.ExperimentRef ref) throws Exception {
    var experiment = ref.experiment();
    var answers = new TreeSet<String>();
    var held = new HashSet<String>();
    var failed = new HashSet<String>();
    var madeUp = madeUp(ref.lesson()).get(ref.id());
    assertNotNull(madeUp, () -> file(ref.lesson()) + ": make up observations for " + ref.id());
    for (var one : madeUp) {
      var findings = one.findings(experiment);
      assertEquals(one.answer(), findings.answer(), () -> "under " + one);
      if (findings.answer().equals(Findings.CANNOT_TELL)) {
        assertFalse(findings.notes().isEmpty(), "say why the run cannot tell, in a note");
      } else {
        answers.add(findings.answer());
      }
      for (var claim : findings.claims()) {
        (claim.held() ? held : failed).add(claim.says());
        assertFalse(claim.evidence().isBlank(), claim.says());
      }
    }
    assertClaims(file(ref.lesson()), held, failed);
    assertAnswers(ref, answers);
    survivesNoObservations(ref);
  }

  private static void assertClaims(String file, Set<String> held, Set<String> failed) {
    assertFalse(held.isEmpty(), file + ": it claims nothing");
    assertEquals(
        held, failed, file + ": claims that held, and claims that failed, under some observations");
  }

  private static void assertAnswers(Book.ExperimentRef ref, Set<String> answers) {
    for (var step : LessonPages.of(ref.lesson()).experiment(ref.id())) {
      switch (step.question()) {
        case Question.Choice choice ->
            assertEquals(
                new TreeSet<>(choice.options()),
                answers,
                "lessons/%s/README.md:%d: the choices, and the answers of %s"
                    .formatted(ref.lesson().room(), step.line(), file(ref.lesson())));
        case Question.Number _ ->
            assertTrue(answers.size() > 1, "always the same answer: " + answers);
      }
    }
  }

  /// Where there is no Python, an experiment that has nothing else to show claims nothing: a claim
  /// that does not hold would blame the learner for it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "processes/fork-and-wait",
        "threads/run-and-wait-python",
        "races/gil-twin",
        "async/gil-and-asyncio"
      })
  void whatWasSkippedIsNoFailedClaim(String name) throws CommandException {
    var experiment = new Book(Contents.LESSONS).experiment(name).experiment();
    var defaults = Parameters.defaults(experiment.parameters());
    var findings = experiment.findings(defaults, Observations.NONE);
    assertEquals(List.of(), findings.claims());
    assertEquals(Findings.CANNOT_TELL, findings.answer());
  }

  /// A run that recorded nothing bears nothing out.
  private static void survivesNoObservations(Book.ExperimentRef ref) {
    var defaults = Parameters.defaults(ref.experiment().parameters());
    for (Claim claim : ref.experiment().findings(defaults, Observations.NONE).claims()) {
      assertFalse(claim.held(), "it holds although nothing was observed: " + claim.says());
    }
  }

  private static Map<String, List<MadeUp>> madeUp(Lesson lesson)
      throws ReflectiveOperationException {
    try {
      var type = Class.forName(className(lesson));
      return ((MadeUp.OfLesson) type.getConstructor().newInstance()).experiments();
    } catch (ClassNotFoundException unwritten) {
      throw new AssertionError(file(lesson) + ": write it", unwritten);
    }
  }

  private static String file(Lesson lesson) {
    return "src/test/java/" + className(lesson).replace('.', '/') + ".java";
  }

  private static String className(Lesson lesson) {
    var name = lesson.name();
    var capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return "%s.%sMadeUp".formatted(lesson.room(), capital);
  }
}
