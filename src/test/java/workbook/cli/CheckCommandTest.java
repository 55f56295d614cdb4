package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.compile.SourceDiagnostic;
import workbook.grade.worker.TestOutcome;
import workbook.json.Schema;
import workbook.usecase.ExitCode;
import workbook.view.GradingReport;

/// `check`: what a verdict looks like, and what is remembered of it.
@Tag("fast")
class CheckCommandTest {
  private static final SampleVerdicts MIXED =
      SampleVerdicts.of(
          SampleVerdicts.marked(
              SampleVerdicts.pass("greets", 1, ""),
              SampleVerdicts.mark(
                  "greetsTwice",
                  3,
                  new TestOutcome.Fail(
                      "a check failed: main: greetings ==> expected: <2> but was: <1>",
                      Optional.of(SampleVerdicts.trace())),
                  "knock\n\033[2Jknock\n"),
              SampleVerdicts.fail("isPolite", 2, "manners ==> expected: <please\n> but was: <>"),
              SampleVerdicts.mark("ends", 4, new TestOutcome.Stuck("It sat in greet()."), "")));

  @TempDir Path home;

  @BeforeEach
  void layTheFiles() throws Exception {
    TestExercise.lay(home);
  }

  private CapturedConsole say(SampleVerdicts graders, String... args) {
    return CapturedConsole.by(graders, home, args);
  }

  @Test
  void theFailureThatWeighsMostIsShownFirst() {
    var expected =
        """
          ✓  1  says of greets
          ✗  3  says of greetsTwice
                greetings: expected 2, saw 1
          ✗  2  says of isPolite
                manners: expected "please\\n", saw ""
          ✗  4  says of ends
                It sat in greet().

        says of ends

        It sat in greet().

        Read:      lesson 01, "Why"
        Next:      workbook check hello --test=greetsTwice
        Stuck?     workbook hint hello

        1 of 10 points.
        """;
    assertEquals(new CapturedConsole(ExitCode.FAILED, expected, ""), say(MIXED, "check", "hello"));
    assertTrue(say(MIXED, "exercise").out().contains("1 of 10   checked"));
  }

  /// A deadlock before an exception that did not come, whichever test is first.
  @Test
  void whatNeverEndsIsMendedFirstAndExplained() {
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.marked(
                SampleVerdicts.fail(
                    "refuses", 5, "null ==> Expected java.lang.Error to be thrown, but none."),
                SampleVerdicts.mark(
                    "ends",
                    5,
                    new TestOutcome.Fail(
                        "deadlock: no thread can go on", Optional.of(SampleVerdicts.trace())),
                    "")));
    var said = say(graders, "check", "hello").out();
    assertTrue(said.contains("\n\nsays of ends\n"), said);
    assertTrue(said.contains("\nTerm:      workbook glossary deadlock\n"), said);
    assertTrue(said.contains("\nNext:      workbook check hello --test=refuses\n"), said);
  }

  /// Whatever the test is about.
  @ParameterizedTest
  @CsvSource({
    "No thread can go on. Waiting: the test., deadlock",
    "'The test is over, but threads that your code started still run.', join",
    "'The test is over, but tasks that your code gave to the common pool still run.', common pool"
  })
  void aFaultOfAnyTestHasItsTerm(String what, String term) {
    var outcome =
        what.startsWith("No")
            ? new TestOutcome.Stuck(what)
            : new TestOutcome.Fail(what, Optional.empty());
    var graders =
        SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.mark("greets", 10, outcome, "")));
    var said = say(graders, "check", "hello").out();
    assertTrue(said.contains("\nTerm:      workbook glossary " + term + "\n"), said);
  }

  /// In `watch`, the key f goes from one to the next.
  @Test
  void eachFailureIsFollowedByAnother() {
    var result =
        SampleVerdicts.marked(
            SampleVerdicts.fail("one", 2, "wrong"),
            SampleVerdicts.pass("two", 2, ""),
            SampleVerdicts.mark("three", 2, new TestOutcome.Stuck("It sat."), ""),
            SampleVerdicts.fail("four", 4, "wrong"));
    var shown = new ArrayList<String>();
    var next = Optional.<String>empty();
    for (var n = 0; n < 4; n++) {
      next = GradingReport.following(result, next);
      shown.add(next.orElseThrow());
    }
    assertEquals(List.of("one", "four", "three", "one"), shown);
    var single = SampleVerdicts.marked(SampleVerdicts.fail("one", 10, "wrong"));
    assertEquals(Optional.empty(), GradingReport.following(single, Optional.empty()));
  }

  @Test
  void aFailureIsShownWithItsEvidenceAndWhatToDoNext() {
    var said = say(MIXED, "check", "hello", "--test=greetsTwice").out();
    assertEquals(
        """


        says of greetsTwice

          other                                  main
          ─────                                  ────
          7  n++;
             · n is 0
        ⇒ here other is stopped and main runs
                                                 7  n++;
                                                    · n is 0

        greetings: expected 2, saw 1
          other waits for main

        Your code printed:
          knock
          ·[2Jknock

        Read:      lesson 01, "Why"
        Again:     workbook check hello --test=greetsTwice --schedule=1.1+ab
        Next:      workbook check hello --test=isPolite
        Stuck?     workbook hint hello

        1 of 10 points.
        """,
        said.substring(said.indexOf("\n\n")));
  }

  @Test
  void everythingCanBeHadAsJson() throws Exception {
    var printed = say(MIXED, "check", "--json", "hello");
    assertEquals(ExitCode.FAILED, printed.code(), printed.err());
    assertEquals(List.of(), Schema.GRADING.faults(printed.out()));
    var file = home.resolve("verdict.json");
    var said = say(MIXED, "check", "hello", "--json=" + file);
    assertEquals(say(MIXED, "check", "hello").out(), said.out());
    assertEquals(printed.out(), Files.readString(file));
    var again = say(MIXED, "check", "hello", "--json=" + file);
    assertEquals(ExitCode.USAGE, again.code());
    assertTrue(again.err().endsWith(" already exists. Add --force to replace it.\n"), again.err());
    assertEquals(ExitCode.FAILED, say(MIXED, "check", "hello", "--force", "--json=" + file).code());
  }

  @Test
  void anotherFailureIsShownOnDemand() {
    var said = say(MIXED, "check", "hello", "--test=ends").out();
    var shown = said.substring(said.indexOf("\n\n"));
    assertEquals(
        """


        says of ends

        It sat in greet().

        Read:      lesson 01, "Why"
        Next:      workbook check hello --test=greetsTwice
        Stuck?     workbook hint hello

        1 of 10 points.
        """,
        shown);
  }

  @Test
  void anExceptionThatDidNotComeIsCalledByItsShortName() {
    var what = "none ==> Expected java.lang.Error to be thrown, but nothing was thrown.";
    var graders = SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.fail("greets", 4, what)));
    var said = say(graders, "check", "hello").out();
    assertTrue(said.contains("\n        none: expected Error, but nothing was thrown.\n"), said);
  }

  /// One that the explorer cannot judge costs no points, and gives none.
  @Test
  void whatCannotBeJudgedIsNoMark() {
    var why = "cannot be explored: java.util.logging.Logger, at Hello.java:7";
    var unknown = new TestOutcome.Inconclusive(why);
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.marked(
                SampleVerdicts.pass("greets", 1, ""),
                SampleVerdicts.mark("greetsTwice", 3, unknown, ""),
                SampleVerdicts.mark("isPolite", 6, unknown, "")));
    var expected =
        """
          ✓  1  says of greets
          ?  3  says of greetsTwice
                not judged: cannot be explored: java.util.logging.Logger, at
                Hello.java:7
          ?  6  says of isPolite

        says of greetsTwice

        not judged: cannot be explored: java.util.logging.Logger, at Hello.java:7

        Stuck?     workbook hint hello

        Your file cannot be graded: 2 tests could not be judged. The others give 1 of 1
        points.
        """;
    assertEquals(new CapturedConsole(ExitCode.USAGE, expected, ""), say(graders, "check", "hello"));
    assertFalse(say(graders, "exercise").out().contains("checked"), "it counts for nothing");
  }

  @Test
  void whatFailsFailsWhateverCannotBeJudged() {
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.marked(
                SampleVerdicts.mark("greets", 3, new TestOutcome.Inconclusive("too long"), ""),
                SampleVerdicts.fail("isPolite", 2, "no manners")));
    var said = say(graders, "check", "hello");
    assertEquals(ExitCode.FAILED, said.code());
    assertTrue(said.out().contains("\n\nsays of isPolite\n\nno manners\n"), said.out());
    assertTrue(said.out().contains("The others give 0 of 2"), said.out());
  }

  @Test
  void aPassOffersTheComparisonAndOpensTheSolution() {
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.marked(
                SampleVerdicts.pass("greets", 4, ""),
                SampleVerdicts.pass("greetsTwice", 6, "holds in all 8")));
    var expected =
        """
          ✓  4  says of greets
          ✓  6  says of greetsTwice
                holds in all 8

        Compare:   workbook exercise solution hello

        10 of 10 points. Every test passes.
        """;
    assertEquals(new CapturedConsole(ExitCode.DONE, expected, ""), say(graders, "check", "hello"));
    assertEquals(ExitCode.DONE, say(graders, "exercise", "solution", "hello").code());
    assertEquals(List.of("one", "check Hello Hello.java", "close"), graders.asked());
  }

  @Test
  void aFileThatCannotBeGradedIsExitCode2AndNoCheck() throws Exception {
    TestExercise.save(home, TestExercise.BEGINNING);
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.refused(
                new SourceDiagnostic("';' expected", "Hello.java", 6, 16, "    return \"hello\""),
                new SourceDiagnostic("greet is missing", "Hello.java", 0, 0, "")));
    var file = TestExercise.file(home);
    var expected =
        """
        FILE:6
        ';' expected.

            return "hello"
                       ^

        FILE
        Greet is missing.

        No test was run. Your file is unchanged.
        """
            .replace("FILE", file.toString());
    assertEquals(new CapturedConsole(ExitCode.USAGE, expected, ""), say(graders, "check", "hello"));
    assertTrue(say(graders, "exercise").out().contains("0 of 10   new"));
  }

  @Test
  void aFileThatIsNotThereCanBeMade() {
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.refused(new SourceDiagnostic("gone", "Hello.java", 0, 0, "")));
    var said = say(graders, "check", "hello");
    assertEquals(ExitCode.USAGE, said.code());
    assertTrue(
        said.out().endsWith("workbook exercise start hello makes the file you start from.\n"));
  }

  @Test
  void aLongLineIsCutAroundTheMistakeAndManyMistakesAreCounted() {
    var line = "\tvar a = 1; " + "/* so much to say */".repeat(20) + " retrun a;";
    var diagnostic =
        new SourceDiagnostic("no such thing", "Hello.java", 3, line.indexOf("retrun") + 1, line);
    var graders =
        SampleVerdicts.of(
            SampleVerdicts.refused(
                diagnostic,
                diagnostic,
                diagnostic,
                diagnostic,
                diagnostic,
                diagnostic,
                diagnostic));
    var out = say(graders, "check", "hello").out();
    assertTrue(out.contains("And 2 more.\n"), out);
    var lines = out.lines().toList();
    assertTrue(lines.get(3).length() <= 80, out);
    assertEquals(lines.get(3).indexOf("retrun"), lines.get(4).indexOf("^"), out);
  }

  @Test
  void oneScheduleIsReplayedAndGivesNoPoints() {
    var graders =
        SampleVerdicts.of(SampleVerdicts.marked(SampleVerdicts.pass("greetsTwice", 10, "holds")));
    var said = say(graders, "check", "hello", "--test=greetsTwice", "--schedule=1.1+ab");
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertEquals(List.of("one", "replay greetsTwice 1.1+ab", "close"), graders.asked());
    assertFalse(say(graders, "exercise").out().contains("done"), "only a whole check counts");
  }

  @Test
  void anotherFileGivesNoPointsAndIsNamedAgain() {
    var said = say(MIXED, "check", "hello", "--file=other/Hello.java");
    assertTrue(said.out().contains("check hello --file=other/Hello.java --test="), said.out());
    assertTrue(say(MIXED, "exercise").out().contains("0 of 10   new"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "check                      | An argument is missing. Usage: workbook check EXERCISE"
            + " [OPTIONS].",
        "check hullo                | There is no exercise 'hullo'. Did you mean alpha/hello?",
        "check hello --schedule=1.1 | --schedule replays one test: add --test=NAME.",
        "check hello --test=endss   | There is no test 'endss'. Did you mean ends?",
        "check hello --test=zebra   | There is no test 'zebra'. They are: greets, greetsTwice,"
            + " isPolite, ends.",
        "check hello --fiel=x       | There is no option --fiel. Did you mean --file?",
      })
  void badUsageIsOneSentenceAndExitCode2(String line, String sentence) {
    assertEquals(
        new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"), say(MIXED, line.split(" +")));
  }

  @Test
  void aMachineThatCannotGradeIsExitCode3() {
    assertEquals(
        new CapturedConsole(ExitCode.ENVIRONMENT, "", "No JVM can be started.\n"),
        say(SampleVerdicts.of(), "check", "hello"));
  }
}
