package book;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import workbook.Exercise;
import workbook.Experiment;
import workbook.Lesson;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Scenario;
import workbook.notebook.NotebookDirectory;
import workbook.page.LessonStep;
import workbook.usecase.Book;
import workbook.usecase.LessonPages;

/// The registry, the rooms on disk, the notebooks and the map tell one story.
@Tag("fast")
class ContentsTest {
  private static final Path LESSONS = Path.of("lessons");

  /// What comes after the steps of a page.
  private static final List<String> ENDING = List.of("What you can do now", "Exercise");

  @Test
  void theRegistryListsEveryRoomInItsOrder() throws IOException {
    try (var folders = Files.list(LESSONS)) {
      var rooms =
          folders
              .map(folder -> folder.getFileName().toString())
              .filter(folder -> folder.startsWith("_"))
              .sorted()
              .toList();
      assertEquals(
          rooms,
          Contents.LESSONS.stream().map(Lesson::room).toList(),
          "the folders of lessons/ and book/Contents.java differ");
    }
  }

  @Test
  void everyNameIsUnique() {
    assertUnique("lesson number", Contents.LESSONS, Lesson::number);
    assertUnique("lesson name", Contents.LESSONS, Lesson::name);
    for (var lesson : Contents.LESSONS) {
      assertUnique(lesson.name() + "'s experiment", lesson.experiments(), Experiment::id);
      assertUnique(lesson.name() + "'s scenario", lesson.scenarios(), Scenario.Named::id);
      assertUnique(lesson.name() + "'s exercise", lesson.exercises(), Exercise::id);
    }
  }

  @Test
  void aLessonNeedsOnlyLessonsBeforeIt() {
    var before = new ArrayList<String>();
    for (var lesson : Contents.LESSONS) {
      for (var needed : lesson.needs()) {
        assertTrue(before.contains(needed), lesson.name() + " needs " + needed + ", not before it");
      }
      before.add(lesson.name());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLessonIsComplete() {
    return forEachLesson(
        lesson -> {
          assertQuestion(lesson.question());
          assertReadme(lesson);
          var notebook = Path.of("notebooks", lesson.room().substring(1) + ".jsh");
          assertTrue(Files.exists(notebook), notebook + ": write it");
        });
  }

  /// A lesson may have further notebooks beside the one that has its name.
  @Test
  void everyNotebookIsAboutALesson() throws IOException {
    var numbers = Contents.LESSONS.stream().map(Lesson::number).toList();
    var stray =
        new NotebookDirectory(Path.of("notebooks"))
            .files().stream()
                .map(NotebookDirectory::name)
                .filter(name -> !numbers.contains(name.replaceFirst("_.*", "")))
                .toList();
    assertEquals(List.of(), stray, "notebooks whose number is no lesson's");
  }

  @TestFactory
  Stream<DynamicTest> everyExperimentCanBeMadeAfreshByName() {
    return forEachExperiment(
        (lesson, experiment) -> {
          var type = experiment.getClass();
          assertNotNull(type.getConstructor().newInstance());
          assertTrue(
              List.of(lesson.room(), lesson.room() + ".lab").contains(type.getPackageName()),
              type + " is in another room");
        });
  }

  @TestFactory
  Stream<DynamicTest> everyExperimentSaysWhatItIs() {
    return forEachExperiment(
        (lesson, experiment) -> {
          assertId(experiment.id());
          assertUnique("parameter", experiment.parameters(), Parameter::name);
          experiment.parameters().forEach(parameter -> assertId(parameter.name()));
          assertNotNull(Parameters.defaults(experiment.parameters()));
          var step = new Book.ExperimentRef(lesson, experiment).step();
          assertQuestion(step.question().text());
          var where = "lessons/%s/README.md:%d: ".formatted(lesson.room(), step.line());
          assertTrue(!step.title().isBlank(), where + "no title");
          assertTrue(!step.reveal().isBlank(), where + "no explanation");
        });
  }

  @Test
  void everyScenarioCanBeMadeAfreshByName() throws Exception {
    for (var lesson : Contents.LESSONS) {
      for (var scenario : lesson.scenarios()) {
        assertId(scenario.id());
        assertNotNull(scenario.type().getConstructor().newInstance());
      }
    }
  }

  /// A failing graded test says what to read; the page must have it.
  @Test
  void whatATestSaysToReadIsThere() throws IOException {
    var pointer = Pattern.compile("lesson (\\d\\d), \\\\\"([^\"]*)\\\\\"");
    var lost = new ArrayList<String>();
    for (var lesson : Contents.LESSONS) {
      for (var exercise : lesson.exercises()) {
        var file = LESSONS.resolve(lesson.room()).resolve(exercise.name() + "Test.java");
        pointer
            .matcher(Files.readString(file))
            .results()
            .filter(found -> !headings(found.group(1)).contains(found.group(2)))
            .forEach(found -> lost.add(file + ": no heading " + found.group()));
      }
    }
    assertEquals(List.of(), lost);
  }

  private static List<String> headings(String number) {
    var lesson = Contents.LESSONS.stream().filter(each -> each.number().equals(number)).findFirst();
    return LessonPages.of(lesson.orElseThrow()).steps().stream().map(LessonStep::title).toList();
  }

  @Test
  void theMapShowsEveryLesson() throws IOException {
    var rows =
        Files.readAllLines(LESSONS.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .toList();
    assertEquals(
        Contents.LESSONS.stream().map(ContentsTest::row).toList(),
        rows,
        "the table of lessons/README.md and book/Contents.java differ");
  }

  @Test
  void theListOfExercisesShowsThemAllWithTheirPoints() throws IOException {
    var rows =
        Files.readAllLines(LESSONS.resolve("EXERCISES.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .toList();
    assertEquals(
        Contents.LESSONS.stream()
            .flatMap(lesson -> lesson.exercises().stream().map(each -> row(lesson, each)))
            .toList(),
        rows,
        "the table of lessons/EXERCISES.md and book/Contents.java differ");
  }

  private static String row(Lesson lesson, Exercise exercise) {
    return "| [%s %s](%s/README.md#exercise) | [%s](%s/%s.md) | %d | %s |"
        .formatted(
            lesson.number(),
            lesson.name(),
            lesson.room(),
            exercise.name(),
            lesson.room(),
            exercise.name(),
            Exercise.POINTS,
            exercise.asks());
  }

  private static String row(Lesson lesson) {
    return "| [%s %s](%s/README.md) | %s | %s |"
        .formatted(
            lesson.number(),
            lesson.name(),
            lesson.room(),
            lesson.question(),
            lesson.needs().isEmpty() ? "nothing" : String.join(", ", lesson.needs()));
  }

  private static void assertReadme(Lesson lesson) throws IOException {
    var readme = LESSONS.resolve(lesson.room()).resolve("README.md");
    assertTrue(Files.exists(readme), readme + ": write it");
    var lines = Files.readAllLines(readme);
    assertEquals(
        "# %s %s: %s".formatted(lesson.number(), title(lesson), lesson.question()),
        lines.getFirst(),
        readme + ":1: its title, and the question in lessons/book");
    var page = LessonPages.of(lesson);
    assertEquals(
        ENDING,
        page.ending()
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList(),
        readme + ": the headings behind its steps");
  }

  /// The lesson's name as a heading has it. Three letters are an abbreviation.
  static String title(Lesson lesson) {
    var capitals = lesson.name().length() == 3 ? 3 : 1;
    return lesson.name().substring(0, capitals).toUpperCase(Locale.ROOT)
        + lesson.name().substring(capitals);
  }

  private static void assertId(String id) {
    assertTrue(id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "not lower case and dashes: " + id);
  }

  private static void assertQuestion(String text) {
    assertTrue(text.endsWith("?"), "not a question: " + text);
  }

  private static <T> void assertUnique(String what, List<T> all, Function<T, String> name) {
    var seen = new HashSet<String>();
    all.forEach(
        one -> assertTrue(seen.add(name.apply(one)), "two of " + what + " " + name.apply(one)));
  }

  private interface LessonCheck {
    void check(Lesson lesson) throws Exception;
  }

  private interface ExperimentCheck {
    void check(Lesson lesson, Experiment experiment) throws Exception;
  }

  private static Stream<DynamicTest> forEachLesson(LessonCheck check) {
    return Contents.LESSONS.stream().map(lesson -> named(lesson.name(), () -> check.check(lesson)));
  }

  private static Stream<DynamicTest> forEachExperiment(ExperimentCheck check) {
    return Contents.LESSONS.stream()
        .flatMap(
            lesson ->
                lesson.experiments().stream()
                    .map(
                        experiment ->
                            named(
                                lesson.name() + "/" + experiment.id(),
                                () -> check.check(lesson, experiment))));
  }

  /// A test that carries its name in its failure, too.
  private static DynamicTest named(String name, Executable test) {
    return dynamicTest(name, () -> assertAll(name, test));
  }
}
