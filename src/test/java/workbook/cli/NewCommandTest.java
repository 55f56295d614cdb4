package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.usecase.Book;
import workbook.usecase.BookCheck;
import workbook.usecase.ExitCode;

/// `new` and `book check`: what an author begins with, and what to write next.
@Tag("fast")
class NewCommandTest {
  private static final String ALPHA = "lessons/book/AlphaLesson.java";

  @TempDir Path home;

  @BeforeEach
  void layABook() throws IOException {
    TestExercise.lay(home);
    put("pom.xml", "<project/>\n");
    put(
        "lessons/book/Contents.java",
        "package book;\n\n// BetaLesson.lesson());\n          BetaLesson.lesson());\n");
    put(
        ALPHA,
        """
        package book;

        import _01_alpha.Greeter;
        import java.util.List;

                new Exercise("HelloAgain", "Says it twice.", Greeter.class)));
        """);
    put("lessons/README.md", "| [02 beta](_02_beta/README.md) | Does it ever end? | alpha |\n");
    put("lessons/EXERCISES.md", "| [01 alpha](a) | [Hello](b) | 10 | c |\n| [02 beta](d) |\n");
    put("lessons/_01_alpha/README.md", "# 01 Alpha: Is this a lesson?\n\n## Exercise\n\nHello.\n");
    put("lessons/_02_beta/README.md", "# 02 Beta\n\nAll lessons are on the [map](../README.md).\n");
  }

  private void put(String name, String text) throws IOException {
    Files.createDirectories(home.resolve(name).getParent());
    Files.writeString(home.resolve(name), text);
  }

  private CapturedConsole say(String... words) {
    return CapturedConsole.by(home, words);
  }

  private String text(String name) throws IOException {
    return Files.readString(home.resolve(name));
  }

  private Map<String, String> everything() throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.walk(home)) {
      for (var file : files.toList()) {
        all.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return all;
  }

  @Test
  void aNewLessonCompilesAndIsInTheLists() throws Exception {
    var said = say("new", "lesson", "queues", "--question=Who waits?");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(said.out().startsWith("new      lessons/_03_queues/README.md\n"), said.out());
    assertTrue(text("lessons/_03_queues/README.md").startsWith("# 03 Queues: Who waits?\n"));
    assertEquals(
        "package book;\n\n// BetaLesson.lesson());\n"
            + "          BetaLesson.lesson(),\n          QueuesLesson.lesson());\n",
        text("lessons/book/Contents.java"));
    assertTrue(
        text("lessons/README.md")
            .endsWith("| [03 queues](_03_queues/README.md) | Who waits? | nothing |\n"));
    assertTrue(
        text("lessons/_02_beta/README.md")
            .contains("Next is [lesson 03](../_03_queues/README.md)"));
    compile();
  }

  @Test
  void aNewExerciseCompilesAndIsInTheLists() throws Exception {
    var said =
        say("new", "exercise", "Bakery", "--lesson=alpha", "--contract=Baker", "--asks=Bakes.");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(text(ALPHA).startsWith("package book;\n\nimport _01_alpha.Baker;\nimport _01"));
    assertTrue(
        text(ALPHA)
            .endsWith(
                "Greeter.class),\n"
                    + "            new Exercise(\"Bakery\", \"Bakes.\", Baker.class)));\n"));
    assertEquals(
        "| [01 alpha](_01_alpha/README.md#exercise) | [Bakery](_01_alpha/Bakery.md) | 10 | Bakes."
            + " |",
        text("lessons/EXERCISES.md").lines().toList().get(1));
    assertEquals(
        text("lessons/_01_alpha/stub/Bakery.java").replace(".stub;", ".exercise;"),
        text("lessons/_01_alpha/exercise/Bakery.java"));
    compile();
  }

  /// All that is new, against the classes of this build.
  private void compile() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        var all = Files.walk(home)) {
      var sources =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().matches(".*(Contents|AlphaLesson|Hello.*)\\.java"))
              .toList();
      var options = List.of("-proc:none", "-Xlint:all,-processing,-classfile", "-Werror", "-d");
      var out = Files.createDirectory(home.resolve("classes")).toString();
      var arguments = new ArrayList<>(options);
      arguments.add(out);
      var task =
          compiler.getTask(
              null, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources));
      assertTrue(task.call(), "the compiler said why");
    }
  }

  @Test
  void aTrapBeginsAsTheStubAndAnAlternativeAsTheSolution() throws IOException {
    assertEquals(ExitCode.DONE, say("new", "trap", "hello", "Mumbles").code());
    assertEquals(ExitCode.DONE, say("new", "alternative", "hello", "Sings").code());
    var trap = text("src/test/java/_01_alpha/traps/hello/Mumbles.java");
    assertTrue(trap.contains("class Mumbles implements _01_alpha.Greeter"), trap);
    assertTrue(trap.contains("@Trap("), trap);
    var right = text("src/test/java/_01_alpha/alternatives/hello/Sings.java");
    assertTrue(right.contains("return \"hello\";"), right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "new lesson Queues | A lesson is called by one word in lower case, for example queues, not"
            + " 'Queues'.",
        "new lesson beta | There is a lesson beta already.",
        "new lesson queues --question=Who | The question is one line of at most 75 letters that"
            + " ends in a question mark, without quotation marks and bars.",
        "new lesson queues --asks=Who | --asks does not go with new lesson.",
        "new lesson queues more | Say one name: new lesson NAME.",
        "new exercise Bakery | Say which lesson the exercise belongs to: --lesson=LESSON.",
        "new exercise bakery --lesson=alpha | An exercise is called by the class to write, for"
            + " example TicketBooth, not 'bakery'.",
        "new exercise Bakery --lesson=alpha --contract=AlphaLesson | There is a class AlphaLesson"
            + " already. Choose another name.",
        "new exercise String --lesson=alpha | Java has a class String already. Choose another"
            + " name.",
        "new exercise Bakery --lesson=alpha --contract=Runnable | Java has a class Runnable"
            + " already. Choose another name.",
        "new exercise Bakery --lesson=alpha --asks=x | Say in one line of at most 50 letters, with"
            + " a full stop, what the exercise is about; without quotation marks and bars.",
        "new trap hello | Say which exercise, and the class: new trap EXERCISE CLASS.",
        "new trap hello Hello | The class is called by what is special about it, for example"
            + " VolatileTotal, not 'Hello'.",
        "new chapter one | 'chapter' is neither lesson, exercise, trap, alternative nor" + " book.",
        "book burn | 'burn' is nothing to do with a book. Say book check or" + " book export.",
      })
  void badUsageIsOneSentenceAndChangesNothing(String line, String sentence) throws IOException {
    var before = everything();
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"), say(line.split(" ")));
    assertEquals(before, everything());
  }

  /// The book is as it was, whatever had been written until then.
  @Test
  void whatCannotBeFinishedIsTakenBack() throws IOException {
    put("lessons/_02_beta/README.md", "# 02 Beta\n");
    var before = everything();
    assertEquals(
        new CapturedConsole(
            ExitCode.ENVIRONMENT,
            "",
            "lessons/_02_beta/README.md lacks \"All lessons are on the [map](../README.md).\", so"
                + " nobody knows where the new line belongs. Nothing was changed.\n"),
        say("new", "lesson", "queues"));
    assertEquals(before, everything());
    layABook();
    Files.createDirectories(home.resolve("lessons/README.md.draft/in-the-way"));
    before = everything();
    var said = say("new", "lesson", "queues");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertTrue(said.err().startsWith("Nothing was changed: "), said.err());
    assertEquals(before, everything());
  }

  /// The tests of traps, and of what is made up, are those of the workbook's own build.
  @Test
  void aBookOfOnesOwnHasNoTests() throws IOException {
    Files.delete(home.resolve("pom.xml"));
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE,
            "",
            "The workbook itself has a room _03_races. Call the lesson something else.\n"),
        say("new", "lesson", "races"));
    assertEquals(ExitCode.DONE, say("new", "lesson", "queues").code());
    assertFalse(Files.exists(home.resolve("src")));
    var refused = say("new", "trap", "hello", "Mumbles");
    assertEquals(ExitCode.USAGE, refused.code());
    assertTrue(refused.err().contains("add them in a clone of it, without --book"), refused.err());
    assertFalse(say("book", "check").out().contains("src/test"));
  }

  @Test
  void everyAnswerIsJudgedAndTheFileToMendIsNamed() throws Exception {
    var pass = SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "it held"));
    var nine = SampleVerdicts.marked(SampleVerdicts.pass("greets", 9, "it held"));
    var fail = SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "expected hello"));
    var check = new BookCheck(new Book(TestBook.LESSONS), home);
    assertEquals(
        List.of(
            "lessons/_01_alpha/stub/Hello.java: passes every test; it must fail",
            "lessons/_01_alpha/solution/Hello.java: does not pass \"says of greets\"; mend it, or"
                + " the test",
            "lessons/_01_alpha/HelloAgainTest.java: gives 9 points, not 10"),
        check.misjudged(SampleVerdicts.of(pass, fail, fail, nine)));
    assertEquals(List.of(), check.misjudged(SampleVerdicts.of(fail, pass, fail, pass)));
  }

  @Test
  void theCheckNamesWhatToWriteNext() throws IOException {
    say("new", "lesson", "queues", "--question=Who waits?");
    say("new", "trap", "hello", "Mumbles");
    var said = say("book", "check");
    assertEquals(ExitCode.FAILED, said.code(), said.err());
    var lines = said.out().lines().map(line -> line.substring(6).strip()).toList();
    assertEquals(
        "lessons/book/Contents.java: lessons/_03_queues is not in the built book; see that it has a"
            + " line, and build",
        lines.getFirst());
    for (var expected :
        List.of(
            "lessons/_03_queues/README.md:3: write what the lesson is about, in a few words, and"
                + " what a learner can do after it.",
            "src/test/java/_03_queues/QueuesMadeUp.java:12: write observations for each experiment,"
                + " that lead to every answer, and that make every claim hold once and fail once.",
            "notebooks/03_queues.jsh:6: write the rest of the lecture: a question before each"
                + " reveal, a mistake to mend live, a chart.",
            "lessons/_01_alpha/HelloTest.java: write the graded tests",
            "src/test/java/_01_alpha/traps/hello/: has 1 of at least 8; begin one with new trap"
                + " hello CLASS",
            "notebooks/02_beta.jsh: write the lesson's notebook")) {
      assertTrue(lines.contains(expected), () -> expected + "\nis not in\n" + said.out());
    }
    assertFalse(said.out().contains("TODO"), said.out());
  }
}
