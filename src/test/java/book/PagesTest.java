package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.Experiment;
import workbook.Lesson;
import workbook.Parameters;
import workbook.Question;
import workbook.Scenario;
import workbook.page.LessonPage;
import workbook.page.LessonStep;
import workbook.page.MalformedPageException;
import workbook.page.PageParser;
import workbook.usecase.Book;
import workbook.usecase.LessonPages;

/// Every page asks before it tells, and asks about what the lesson has.
@Tag("fast")
class PagesTest {
  private static final int WORDS_BEFORE_THE_FIRST_RUN = 150;
  private static final int WORDS_OF_A_PAGE = 1_200;

  /// A program that is quoted, or a link to one.
  private static final Pattern PROGRAM =
      Pattern.compile("(?m)^```(java|python|sh)$|\\]\\([^)]+\\.(java|py)\\)");

  @TestFactory
  Stream<DynamicTest> everyPageKeepsToItsForm() {
    return Contents.LESSONS.stream()
        .map(
            lesson ->
                dynamicTest(
                    lesson.name(),
                    () -> assertEquals(List.of(), faults(lesson, LessonPages.of(lesson)))));
  }

  @Test
  void aStepAboutAScenarioExploresThatOneFirst() {
    for (var lesson : Contents.LESSONS) {
      for (var ref : Book.steps(lesson)) {
        if (ref.step().kind() == LessonStep.Kind.SCENARIO) {
          assertEquals(ref.step().id(), ref.scenarios().getFirst().id(), ref.name());
        }
      }
    }
  }

  @Test
  void faultsAreFoundWithTheirLineAndTheirMend() throws MalformedPageException {
    var conditions =
        Contents.LESSONS.stream().filter(each -> each.name().equals("conditions")).findFirst();
    var page = PageParser.parse(BAD_PAGE);
    var faults = faults(conditions.orElseThrow(), page);
    var where = "lessons/_05_conditions/README.md:";
    for (var expected :
        List.of(
            where + "3: the lesson has no experiment \"no-such-thing\"; write one of [",
            where + "3: show the program: quote it in a ```java block, or link to its file",
            where + "3: nobody speaks to \"perhaps\"; add \"- *perhaps*: …\"",
            where + "3: \"never\" is no choice of this question; delete or mend it",
            where + "18: another step is called \"One\", too; rename one",
            where + "18: mend the settings in the heading: There is no parameter --colour.",
            where + "18: the lesson has no scenario \"lost\"; write one of [",
            where + "40: ask whether some schedule breaks it, with the choices yes and no",
            "lessons/_05_conditions/README.md: no step is about wait-notify; give it one")) {
      assertTrue(
          faults.stream().anyMatch(fault -> fault.startsWith(expected)),
          () -> expected + " is not among\n" + String.join("\n", faults));
    }
  }

  private static final String BAD_PAGE =
      """
      # 05 Conditions: bad?

      ## One <!-- step: no-such-thing -->

      No program.

      **Predict.** Well?

      - surely
      - perhaps

      <details>

      - *surely*: no.
      - *never*: no.

      </details>
      ## One <!-- step: bounded-queue, colour=red -->

      ```java
      int i;
      ```

      **Predict.** Well?

      - a
      - b

      <details>

      - *a*: no.
      - *b*: no.

      </details>

      <!-- explore: lost -->

      Much more.

      ## Two <!-- scenario: if-for-while -->

      **Predict.** Well?

      - a
      - b

      <details>

      - *a*: no.
      - *b*: no.

      </details>
      """;

  /// What is wrong with a page: each fault names the file, the line and the mend.
  static List<String> faults(Lesson lesson, LessonPage page) {
    var faults = new ArrayList<String>();
    var titles = new HashSet<String>();
    var met = new HashSet<String>();
    for (var step : page.steps()) {
      var where = "lessons/%s/README.md:%d: ".formatted(lesson.room(), step.line());
      if (!titles.add(step.title())) {
        faults.add(where + "another step is called \"" + step.title() + "\", too; rename one");
      }
      switch (step.kind()) {
        case EXPERIMENT -> experiment(lesson, step).forEach(fault -> faults.add(where + fault));
        case SCENARIO ->
            scenario(lesson, step, step.id()).forEach(each -> faults.add(where + each));
      }
      for (var id : step.scenarios()) {
        scenario(lesson, step, id).forEach(fault -> faults.add(where + fault));
      }
      comments(step).forEach(fault -> faults.add(where + fault));
      if (!PROGRAM.matcher(step.text()).find()) {
        faults.add(where + "show the program: quote it in a ```java block, or link to its file");
      }
      met.addAll(step.scenarios());
      met.add(step.id());
    }
    var ids = new TreeSet<String>();
    lesson.experiments().forEach(experiment -> ids.add(experiment.id()));
    lesson.scenarios().forEach(scenario -> ids.add(scenario.id()));
    ids.removeAll(met);
    for (var id : ids) {
      faults.add(
          "lessons/%s/README.md: no step is about %s; give it one, or name it in <!-- explore: -->"
              .formatted(lesson.room(), id));
    }
    faults.addAll(lengths(lesson, page));
    return faults;
  }

  private static List<String> experiment(Lesson lesson, LessonStep step) {
    var experiment =
        lesson.experiments().stream().filter(each -> each.id().equals(step.id())).findFirst();
    if (experiment.isEmpty()) {
      var ids = lesson.experiments().stream().map(Experiment::id).toList();
      return List.of(
          "the lesson has no experiment \"%s\"; write one of %s".formatted(step.id(), ids));
    }
    try {
      Parameters.of(experiment.get().parameters(), step.settings());
      return List.of();
    } catch (IllegalArgumentException unknown) {
      return List.of("mend the settings in the heading: " + unknown.getMessage());
    }
  }

  private static List<String> scenario(Lesson lesson, LessonStep step, String id) {
    var ids = lesson.scenarios().stream().map(Scenario.Named::id).toList();
    var faults = new ArrayList<String>();
    if (!ids.contains(id)) {
      faults.add("the lesson has no scenario \"%s\"; write one of %s".formatted(id, ids));
    }
    if (step.kind() == LessonStep.Kind.SCENARIO
        && !(step.question() instanceof Question.Choice choice
            && choice.options().equals(List.of("yes", "no")))) {
      faults.add("ask whether some schedule breaks it, with the choices yes and no");
    }
    return faults;
  }

  private static List<String> comments(LessonStep step) {
    var wanted =
        switch (step.question()) {
          case Question.Choice choice -> new TreeSet<>(choice.options());
          case Question.Number number -> new TreeSet<>(wantedFor(number));
        };
    var said = new TreeSet<>(step.comments().keySet());
    var faults = new ArrayList<String>();
    for (var answer : wanted) {
      if (!said.contains(answer)) {
        faults.add("nobody speaks to \"%s\"; add \"- *%s*: …\"".formatted(answer, answer));
      }
    }
    said.removeAll(wanted);
    for (var answer : said) {
      faults.add("\"%s\" is no choice of this question; delete or mend it".formatted(answer));
    }
    return faults;
  }

  private static Set<String> wantedFor(Question.Number number) {
    return number.closePercent() > 0
        ? Set.of(LessonStep.RIGHT, LessonStep.CLOSE, LessonStep.TOO_LOW, LessonStep.TOO_HIGH)
        : Set.of(LessonStep.RIGHT, LessonStep.TOO_LOW, LessonStep.TOO_HIGH);
  }

  private static List<String> lengths(Lesson lesson, LessonPage page) {
    var faults = new ArrayList<String>();
    var where = "lessons/%s/README.md: ".formatted(lesson.room());
    var first = page.steps().getFirst();
    var before = words(page.introduction()) + words(open(first));
    if (before > WORDS_BEFORE_THE_FIRST_RUN) {
      faults.add(
          where
              + "%d words stand before the first run; cut them to %d"
                  .formatted(before, WORDS_BEFORE_THE_FIRST_RUN));
    }
    var all = words(page.introduction()) + words(page.ending());
    for (var step : page.steps()) {
      all += words(open(step)) + words(step.more());
    }
    if (all > WORDS_OF_A_PAGE) {
      faults.add(
          where
              + "%d words stand beside the folded parts; cut them to %d"
                  .formatted(all, WORDS_OF_A_PAGE));
    }
    return faults;
  }

  private static String open(LessonStep step) {
    return step.text() + "\n" + step.question().text();
  }

  /// The words of a text, those of programs and comments left out.
  static int words(String markdown) {
    var prose =
        markdown.replaceAll("(?ms)^```.*?^```", "").replaceAll("(?s)<!--.*?-->", "").strip();
    return prose.isEmpty() ? 0 : prose.split("\\s+").length;
  }
}
