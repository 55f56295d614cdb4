package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.compile.SourceDiagnostic;
import workbook.grade.Grader;
import workbook.grade.worker.TestOutcome;
import workbook.json.Schema;
import workbook.usecase.ExitCode;

/// `grade`: what a class handed in, and what is written of it.
@Tag("fast")
class GradeCommandTest {
  private static final Grader.Factory GOOD =
      SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "it did")));

  @TempDir Path home;
  private Path out;

  @BeforeEach
  void lay() throws IOException {
    out = home.resolve("out");
    TestExercise.lay(home);
    write("ann/Hello.java", "ann's");
    write("bob/Hello.java", "bob's");
    write("eve/Hello.java", "ann's");
    write("dan/Other.java", "dan's");
  }

  private void write(String file, String text) throws IOException {
    var path = home.resolve("class").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private CapturedConsole grade(Grader.Factory graders, String... options) {
    var args = new ArrayList<>(List.of("grade", home.resolve("class").toString()));
    args.addAll(List.of("--out=" + out, "--exercise=hello", "--unsandboxed"));
    args.addAll(Arrays.asList(options));
    if (args.stream().noneMatch(option -> option.startsWith("--jobs"))) {
      args.add("--jobs=1");
    }
    return CapturedConsole.by(graders, home, args.toArray(String[]::new));
  }

  private List<String> gradeBook() throws IOException {
    return Files.readAllLines(out.resolve("gradebook.csv"));
  }

  @Test
  void withoutAChoiceTheExercisesAreThoseThatSomebodyHasAnswered() throws IOException {
    var submissions = home.resolve("class").toString();
    var said =
        CapturedConsole.by(GOOD, home, "grade", submissions, "--out=" + out, "--unsandboxed");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    var exercises = gradeBook().stream().skip(1).map(line -> line.split(",")[2]).distinct();
    assertEquals(List.of("alpha/hello"), exercises.toList());
  }

  @Test
  void everyAnswerHasALineAndAFile() throws IOException {
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.marked(
                SampleVerdicts.pass("greets", 4, "it did"),
                SampleVerdicts.fail("waits", 6, "it did not wait")),
            SampleVerdicts.refused(SourceDiagnostic.about("Hello.java", "A brace is missing.")));
    var said = grade(graders);
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertEquals(
        List.of(
            "student,name,exercise,points,of,verdict,late,earlier,file,sha256,says",
            "ann,ann,alpha/hello,4,10,failed,,0,ann/Hello.java,00ff,says of waits: it did not wait",
            "bob,bob,alpha/hello,0,10,rejected,,0,bob/Hello.java,,A brace is missing.",
            "dan,dan,alpha/hello,0,10,missing,,0,,,\"There is no Hello.java, only Other.java.\"",
            "eve,eve,alpha/hello,4,10,failed,,0,eve/Hello.java,00ff,says of waits: it did not"
                + " wait"),
        gradeBook());
    for (var name : List.of("ann", "bob", "eve")) {
      var json = Files.readString(out.resolve("results/" + name + "/hello.json"));
      assertEquals(List.of(), Schema.GRADING.faults(json), json);
      assertTrue(json.contains("\"file\": \"" + name + "/Hello.java\""), json);
    }
    assertTrue(said.out().contains("4/4  eve  alpha/hello  failed  4 of 10\n"), said.out());
    assertTrue(said.out().contains("2 failed, 1 rejected, 1 missing.\n"), said.out());
    assertEquals(
        List.of("many", "check Hello ann's", "check Hello bob's", "close"),
        graders.asked(),
        "the same answer is graded once");
  }

  @Test
  void everyStudentHasAPageAndTheClassHasOne() throws IOException {
    var said = grade(GOOD, "--junit", "--gradescope");
    assertTrue(said.out().endsWith("Wrote " + out.resolve("index.html") + "\n"), said.out());
    var whole = Files.readString(out.resolve("index.html"));
    for (var name : List.of("ann", "bob", "dan", "eve")) {
      var folder = out.resolve("results").resolve(name);
      assertTrue(whole.contains("href=\"results/" + name + "/index.html\""), whole);
      var page = Files.readString(folder.resolve("index.html"));
      assertTrue(page.contains("<title>Exercises of " + name + "</title>"), page);
      assertTrue(Files.exists(folder.resolve("all.gradescope.json")));
      assertEquals(!name.equals("dan"), Files.exists(folder.resolve("hello.xml")), name);
    }
    var before = Files.getLastModifiedTime(out.resolve("index.html"));
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    assertEquals(before, Files.getLastModifiedTime(out.resolve("index.html")), "it is the same");
    assertTrue(Files.notExists(out.resolve("results/ann/hello.xml")), "nobody asked for it");
  }

  @Test
  void theClassesPageLeadsToEveryStudentWhateverTheyAreCalled() throws IOException {
    for (var name : List.of("Zoë #1?&=%20", "o'Neill <b>", "日本", "a;b")) {
      write(name + "/Hello.java", "ann's");
    }
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    var links =
        Pattern.compile("href=\"(results/[^\"]*)\"")
            .matcher(Files.readString(out.resolve("index.html")))
            .results()
            .map(
                link ->
                    out.toUri().resolve(link.group(1).replace("&amp;", "&").replace("&#39;", "'")))
            .toList();
    assertEquals(8, links.stream().distinct().count());
    for (var link : links) {
      assertTrue(Files.exists(Path.of(link)), link.toString());
    }
  }

  @Test
  void aFullDiskSaysWhatToDo() {
    Grader.Factory full =
        (folder, many) -> {
          throw new UncheckedIOException(new IOException("No space left on device"));
        };
    var said = grade(full);
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertEquals(
        "The disk is full. Make room and run the same command again: what was graded isn't graded"
            + " again.\n",
        said.err());
  }

  @Test
  void aFailingAnswersPageHasTheFirstHint() throws IOException {
    var fails = SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "no"));
    assertEquals(ExitCode.DONE, grade(SampleVerdicts.of(fails)).code());
    var page = Files.readString(out.resolve("results/ann/index.html"));
    assertTrue(page.contains("What do people say?"), page);
    assertFalse(page.contains("They say it in one word"), page);
  }

  @Test
  void whatIsNoLongerHandedInLeavesNoVerdict() throws IOException {
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    assertTrue(Files.exists(out.resolve("results/bob/hello.json")));
    Files.move(home.resolve("class/bob/Hello.java"), home.resolve("class/bob/Other.java"));
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    assertTrue(Files.notExists(out.resolve("results/bob/hello.json")));
    var page = Files.readString(out.resolve("results/bob/index.html"));
    assertTrue(page.contains("There is no Hello.java, only Other.java."), page);
  }

  @Test
  void aSecondRunGradesNothingAndWritesTheSame() throws IOException {
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    var first = gradeBook();
    Files.delete(out.resolve("gradebook.csv"));
    var again = SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "no")));
    assertEquals(ExitCode.DONE, grade(again, "--jobs=3").code());
    assertEquals(first, gradeBook());
    assertFalse(again.asked().stream().anyMatch(asked -> asked.startsWith("check")));
  }

  @Test
  void whatWasInterruptedGoesOnWhereItWas() throws IOException {
    Files.delete(home.resolve("class/bob/Hello.java"));
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    write("bob/Hello.java", "bob's");
    var rest = SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "")));
    assertEquals(ExitCode.DONE, grade(rest).code());
    assertEquals(List.of("many", "check Hello bob's", "close"), rest.asked());
  }

  @Test
  void whatCtrlCStopsSaysHowToGoOn() {
    var learner = Thread.currentThread();
    Grader.Factory stopped =
        (folder, many) -> {
          learner.interrupt();
          return GOOD.open(folder, many);
        };
    var said = grade(stopped);
    assertTrue(Thread.interrupted());
    assertEquals(ExitCode.FAILED, said.code());
    assertTrue(said.err().endsWith("what was graded isn't graded again.\n"), said.err());
    assertTrue(Files.notExists(out.resolve("gradebook.csv")));
    assertEquals(ExitCode.DONE, grade(GOOD).code());
  }

  @Test
  void aFolderWithoutAnAnswerSaysWhatBelongsThere() throws IOException {
    var empty = Files.createDirectory(home.resolve("empty")).toString();
    var said = CapturedConsole.by(GOOD, home, "grade", empty, "--out=" + out, "--unsandboxed");
    assertEquals(ExitCode.USAGE, said.code());
    assertTrue(said.err().startsWith("There is nothing to grade: "), said.err());
    assertTrue(Files.notExists(out));
  }

  @Test
  void anotherVersionOfTheExerciseIsAnotherVerdict() throws IOException {
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    Files.writeString(home.resolve("lessons/_01_alpha/HelloTest.java"), "another test");
    var anew = SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "no")));
    assertEquals(ExitCode.DONE, grade(anew).code());
    assertTrue(anew.asked().contains("check Hello ann's"), anew.asked().toString());
  }

  @Test
  void whatWasNotJudgedIsTriedAgain() throws IOException {
    var outcome = new TestOutcome.Inconclusive("too long");
    var unclear = SampleVerdicts.marked(SampleVerdicts.mark("greets", 10, outcome, ""));
    assertEquals(ExitCode.DONE, grade(SampleVerdicts.of(unclear)).code());
    assertTrue(gradeBook().get(1).contains(",alpha/hello,,10,not judged,"), gradeBook().get(1));
    assertEquals(ExitCode.DONE, grade(GOOD).code());
    assertTrue(gradeBook().get(1).contains(",10,10,passed,"), gradeBook().get(1));
  }

  @Test
  void aRosterDecidesWhoIsInTheGradeBook() throws IOException {
    var roster = Files.writeString(home.resolve("roster.csv"), "id,name\nann,Ann\nzoe,Zoë\n");
    var said = grade(GOOD, "--roster=" + roster);
    assertEquals(
        List.of("ann", "zoe"),
        gradeBook().stream().skip(1).map(line -> line.split(",")[0]).toList());
    assertTrue(said.err().contains("bob isn't in the roster"), said.err());
  }

  @Test
  void aGradeBookOfCanvasIsFilledInACopy() throws IOException {
    var text = "Student,ID,Lab 3 (1),Lab 4 (2)\r\n\"Lee, Ann\",ann,,1\r\n\"Poe, Zoë\",zoe,,2\r\n";
    var file = Files.writeString(home.resolve("canvas.csv"), text);
    var said = grade(GOOD, "--fill=" + file, "--column=hello=Lab 3");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertEquals(text, Files.readString(file));
    var copy = out.resolve("import/canvas.csv");
    assertEquals(text.replace("ann,,1", "ann,10,1"), Files.readString(copy));
    assertTrue(said.out().endsWith("Wrote " + copy + "\n"), said.out());
    assertTrue(said.err().contains("bob isn't in the roster"), said.err());
    assertTrue(said.err().contains("nothing to grade was handed in: Poe, Zoë.\n"), said.err());

    var again = grade(GOOD, "--fill=" + copy, "--column=Lab 3");
    assertEquals(ExitCode.USAGE, again.code());
    assertTrue(again.err().contains(copy + " would be overwritten. "), again.err());
    assertEquals(text.replace("ann,,1", "ann,10,1"), Files.readString(copy));
  }

  @Test
  void aColumnThatIsNotThereIsToldBeforeAnythingIsGraded() throws IOException {
    var file = Files.writeString(home.resolve("canvas.csv"), "Student,ID,Lab 3\nAnn,ann,\n");
    var graders = SampleVerdicts.of();
    for (var column : List.of("--column=Lab 4", "--column=ID")) {
      var said = grade(graders, "--fill=" + file, column);
      assertEquals(ExitCode.USAGE, said.code());
      assertEquals(1, said.err().lines().count(), said.err());
    }
    var twice = grade(graders, "--fill=" + file, "--column=Lab 3", "--column=Lab");
    assertEquals("Column 'Lab 3' is given more than once. Give it once.\n", twice.err());
    assertEquals(List.of(), graders.asked());
    assertTrue(Files.notExists(out));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          grade class                                       | Say where the results go: --out=DIR.
          grade class --out=o                               | The students' code would run with your rights
          grade nowhere --out=o --unsandboxed               | There is no folder or archive nowhere.
          grade class --out=o --unsandboxed --jobs=0        | --jobs must be from 1 to 64 jobs, not '0'.
          grade class --out=o --unsandboxed --due=soon      | --due is a day or a time
          grade class --out=o --unsandboxed --exercise=nope | There is no exercise 'nope'.
          grade class --out=o --unsandboxed --roster=none   | There is no file none.
          grade class --out=o --unsandboxed --fill=a.csv    | --fill names the file and --column the column
          grade class --out=o --unsandboxed --column=a      | --fill names the file and --column the column
          grade                                             | An argument is missing.
          """)
  void badUsageIsOneSentence(String line, String says) {
    var words = line.replace(" class", " " + home.resolve("class")).split(" ");
    var said = CapturedConsole.by(GOOD, home, words);
    assertEquals(ExitCode.USAGE, said.code());
    assertTrue(said.err().startsWith(says), said.err());
    assertEquals(1, said.err().lines().count(), said.err());
    assertEquals("", said.out());
  }

  @Test
  void resultsGoIntoAFolder() throws IOException {
    Files.writeString(out, "mine");
    var said = grade(GOOD);
    assertEquals(ExitCode.USAGE, said.code());
    assertEquals(out + " is a file. Name a folder for the results.\n", said.err());
    assertEquals("mine", Files.readString(out));
  }
}
