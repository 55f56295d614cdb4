package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.progress.Points;
import workbook.progress.ProgressLog;
import workbook.usecase.ExitCode;

/// `exercise` and `hint`: the task, the hints one at a time, the solution in its time, and a file
/// that is never lost.
@Tag("fast")
class ExerciseCommandTest {
  private static final String MINE = "package _01_alpha.exercise;\n// my work\n";

  @TempDir Path home;

  @BeforeEach
  void layTheFiles() throws IOException {
    TestExercise.lay(home);
  }

  private CapturedConsole say(String... args) {
    return CapturedConsole.by(home, args);
  }

  private Path file() {
    return TestExercise.file(home);
  }

  private void passed() {
    new ProgressLog(home, message -> {}).addCheck("alpha/hello", new Points(10, 10));
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(home.resolve(".workbook/kept"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "exercise strat hello       | There is no action 'strat'. Did you mean start?",
        "exercise zebra             | There is no action 'zebra'. workbook exercise --help lists"
            + " them.",
        "exercise hello             | Say what to do with it, for example: workbook exercise start"
            + " hello.",
        "exercise start             | Say which exercise: workbook exercise start EXERCISE.",
        "exercise list x            | Unexpected argument 'x'. Usage: workbook exercise [ACTION"
            + " EXERCISE].",
        "exercise start hello x     | Unexpected argument 'x'. Usage: workbook exercise [ACTION"
            + " EXERCISE].",
        "exercise start hullo       | There is no exercise 'hullo'. Did you mean alpha/hello?",
        "exercise start h           | There is no exercise 'h'. workbook list shows them all.",
        "exercise start alpha       | 'alpha' is a lesson. Say which exercise of it: alpha/hello or"
            + " alpha/hello-again.",
        "exercise start beta        | 'beta' is a lesson. Say which exercise of it: it has none"
            + " yet.",
        "exercise start steady      | There is no exercise 'steady'. workbook list shows them all.",
        "exercise reset hello --again | --again works only with workbook exercise hint.",
        "exercise hint hello --give-up | --give-up works only with workbook exercise solution.",
        "hint                       | An argument is missing. Usage: workbook hint" + " EXERCISE.",
        "hint hello --more          | There is no option --more. workbook hint --help lists them.",
        "exercise solution hello    | The solution opens once your tests pass: workbook check"
            + " hello. A hint may help: workbook hint hello. To see it now, add --give-up; this is"
            + " recorded.",
      })
  void badUsageIsOneSentenceAndExitCode2(String line, String sentence) {
    assertEquals(new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"), say(line.split(" +")));
    assertFalse(Files.exists(file()), "nothing was made");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "Hello",
        "alpha/hello",
        "01/hello",
        "1/Hello",
        "_01_alpha/hello",
        "Hello.java",
        "lessons/_01_alpha/exercise/Hello.java",
      })
  void anExerciseHasSeveralNames(String name) {
    var said = say("exercise", "start", name);
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(said.out().contains("workbook check hello\n"), said.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello-again", "HelloAgain", "hello-", "alpha/hello-a"})
  void aBeginningThatOnlyOneHasIsEnough(String name) {
    var said = say("exercise", "start", name);
    assertTrue(said.out().contains("workbook check hello-again\n"), said.out() + said.err());
  }

  @Test
  void startPrintsTheTaskAndMakesTheFile() throws IOException {
    var said = say("exercise", "start", "hello");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(said.out().contains("somebody is at the door"), said.out());
    assertTrue(said.out().contains("lessons/_01_alpha/Greeter.java"), said.out());
    assertTrue(said.out().contains("lessons/README.md#top"), said.out());
    assertTrue(said.out().contains("New file:  " + file()), said.out());
    assertTrue(said.out().contains("workbook hint hello   # 3 hints"), said.out());
    for (var secret : List.of("What do people say?", "Hints", "Compare", "One can also")) {
      assertFalse(said.out().contains(secret), said.out());
    }
    assertEquals(TestExercise.BEGINNING, Files.readString(file()));
  }

  @Test
  void startLeavesAFileThatIsThere() throws IOException {
    TestExercise.save(home, MINE);
    assertTrue(say("exercise", "start", "hello").out().contains("Your file: " + file()));
    assertEquals(MINE, Files.readString(file()));
  }

  @Test
  void hintsComeOneAtATimeAndAreRemembered() {
    assertEquals("Hint 1 of 3: What do people say?\n", say("hint", "hello").out());
    assertEquals("Hint 1 of 3: What do people say?\n", say("hint", "hello", "--again").out());
    assertTrue(say("exercise", "start", "hello").out().contains("1 of 3 hints read"));
    var second = say("exercise", "hint", "hello").out();
    assertTrue(second.startsWith("Hint 2 of 3: They say it in one word:\n"), second);
    assertTrue(second.contains("    five\n      letters\n"), second);
    var third = "Hint 3 of 3: It begins with an h.\n";
    assertEquals(third + "\nThat was the last hint.\n", say("hint", "hello").out());
    var all = "Hint 1 of 3: What do people say?\n\n" + second + "\n" + third;
    assertEquals(all + "\nThere are no more hints.\n", say("hint", "hello").out());
    assertEquals(all, say("exercise", "hint", "hello", "--again").out());
    assertEquals("You have not read any hints yet.\n", say("hint", "hello-again", "--again").out());
  }

  @Test
  void theSolutionComesAfterAPass() {
    new ProgressLog(home, message -> {}).addCheck("alpha/hello", new Points(9, 10));
    assertEquals(ExitCode.USAGE, say("exercise", "solution", "hello").code());
    passed();
    var said = say("exercise", "solution", "hello");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(said.out().contains("return \"hello\";"), said.out());
    assertTrue(said.out().contains("One can also say"), said.out());
    assertTrue(say("exercise").out().contains("done"), "a look afterwards is no giving up");
  }

  @Test
  void givingUpIsRemembered() {
    assertEquals(ExitCode.DONE, say("exercise", "solution", "hello", "--give-up").code());
    assertEquals(ExitCode.DONE, say("exercise", "solution", "hello").code());
    assertTrue(say("exercise", "list").out().contains("0 of 10   given up"));
  }

  @Test
  void theListSaysWhereYouStand() throws IOException {
    var expected =
        """
        01 alpha
            hello            0 of 10   new       Says hello.
            hello-again      0 of 10   new       Says it twice.

        0 of 20 points. Next: workbook exercise start hello
        """;
    assertEquals(new CapturedConsole(ExitCode.DONE, expected, ""), say("exercise"));
    say("exercise", "start", "hello");
    assertEquals(expected, say("exercise", "list").out(), "as it began, it is still new");
    TestExercise.save(home, MINE);
    assertTrue(say("exercise").out().contains("0 of 10   begun     Says hello."));
    var log = new ProgressLog(home, message -> {});
    log.addCheck("alpha/hello", new Points(7, 10));
    log.addCheck("alpha/hello", new Points(3, 10));
    assertTrue(say("exercise").out().contains("7 of 10   checked   Says hello."));
    passed();
    assertEquals(
        """
        01 alpha
          ✓ hello            10 of 10  done      Says hello.
            hello-again      0 of 10   new       Says it twice.

        10 of 20 points. Next: workbook exercise start hello-again
        """,
        say("exercise").out());
    assertTrue(say("list").out().contains("✓ alpha/hello "), say("list").out());
    assertTrue(say("progress").out().contains("1 of 2      10 of 20"), say("progress").out());
  }

  @Test
  void resetKeepsWhatWasWritten() throws IOException {
    for (var round = 1; round <= 3; round++) {
      TestExercise.save(home, MINE + round);
      var said = say("exercise", "reset", "hello");
      assertEquals(ExitCode.DONE, said.code(), said.err());
      assertEquals(TestExercise.BEGINNING, Files.readString(file()));
      assertEquals(round, kept().size());
      var copy = kept().stream().filter(each -> said.out().contains(each + ".\n")).findFirst();
      assertEquals(MINE + round, Files.readString(copy.orElseThrow()));
    }
    try (var left = Files.list(file().getParent())) {
      assertEquals(List.of(file()), left.toList(), "no draft is left");
    }
  }

  @Test
  void resetOfAFileAsItBeganKeepsNothing() throws IOException {
    assertEquals(
        file() + " is as it was at the start, so nothing was reset.\n",
        say("exercise", "reset", "hello").out());
    assertEquals(TestExercise.BEGINNING, Files.readString(file()));
    say("exercise", "reset", "hello");
    assertFalse(Files.exists(home.resolve(".workbook")));
  }

  @Test
  void withoutACopyThereIsNoReset() throws IOException {
    TestExercise.save(home, MINE);
    Files.writeString(home.resolve(".workbook"), "a file where the folder should be");
    var said = say("exercise", "reset", "hello");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertTrue(said.err().startsWith(file() + " was not reset, because no copy"), said.err());
    assertEquals(MINE, Files.readString(file()));
  }

  @Test
  void aFolderInPlaceOfTheFileIsOneSentence() throws IOException {
    Files.createDirectories(file());
    var said = say("exercise", "reset", "hello");
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", file() + " is not a regular file. Move it away first.\n"),
        said);
  }

  @Test
  void aBookThatIsNotWholeIsOneSentence() throws IOException {
    var text = home.resolve("lessons/_01_alpha/Hello.md");
    Files.delete(text);
    var said = say("exercise", "start", "hello");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertTrue(
        said.err().startsWith(text + " is part of the book, but it cannot be read."), said.err());
    assertFalse(Files.exists(file()));
  }
}
