package workbook.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.terminal.Attributes.LocalFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.cli.SampleVerdicts;
import workbook.cli.TestBook;
import workbook.cli.TestExercise;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;

/// A person with arrow keys in front of the menu: keys go in, and what stands on the screen of an
/// emulated terminal is read when all of them were obeyed.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TerminalUiTest {
  private static final String UP = "\033[A";
  private static final String DOWN = "\033[B";
  private static final String END = "\033[F";
  private static final String ENTER = "\r";
  private static final String ESCAPE = "\033";
  private static final String CTRL_C = "\003";

  @TempDir Path home;
  private final SampleVerdicts graders =
      SampleVerdicts.of(
          SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "it said nothing")),
          SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "it said too much")),
          SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "")));
  private TestTerminal terminal;
  private Thread menu;
  private volatile Throwable death;

  @BeforeEach
  void openTheMenu() throws IOException {
    TestExercise.lay(home);
    terminal = TestTerminal.open(80, 24);
    var console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of());
    menu =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, thrown) -> death = thrown)
            .start(
                () -> {
                  try (var ui = new TerminalUi(terminal, console)) {
                    var log = new ProgressLog(home, ui::tell);
                    Predicate<Book.ExerciseRef> visit =
                        exercise -> new ExerciseScreen(exercise, home, graders, log, ui).show();
                    new Menu(new Book(TestBook.LESSONS), log, ui, Glyphs.of(true), visit).open();
                  }
                });
  }

  @AfterEach
  void closeTheTerminal() throws Exception {
    terminal.close();
    menu.join();
    assertNull(death);
  }

  private void press(String... keys) throws IOException {
    terminal.press(keys);
  }

  private String await(String... texts) {
    return terminal.await(texts);
  }

  @Test
  void arrowsChooseAndEscapeGoesBack() throws Exception {
    await("Concurrency workbook", "0 of 6 steps, 0 of 2 exercises done", "› 01  alpha");
    press(DOWN);
    await("› 02  beta");
    press(UP, ENTER);
    await("01 alpha", "The first line of alpha.", "Enter go on");
    press(ENTER);
    await("›  1  Steady as she goes");
    press(ESCAPE);
    await("Concurrency workbook");
    press("q");
    menu.join();
  }

  @Test
  void lettersNarrowTheListAndDigitsPick() throws Exception {
    await("› 01  alpha");
    press("2");
    await("› 02  beta");
    press("a", "l", "p");
    await("narrowed to: alp_", "› 01  alpha");
    press("x");
    await("No match.");
    press(ESCAPE);
    await("› 01  alpha", "02  beta");
    press(CTRL_C);
    menu.join();
  }

  @Test
  void aLearnerPredictsSetsRunsAndSees() throws Exception {
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    press(ENTER);
    await("›  1  Steady as she goes");
    press(ENTER);
    await("It is painted before anybody looks.", "Enter go on");
    press(ENTER);
    await("your prediction", "Which colour is it?", "   1  red", "choose, then Enter");
    press(ENTER); // is no answer
    await("your prediction", "choose, then Enter");
    press("1");
    await("›  1  red", "Enter takes it");
    press(ENTER);
    await("You said: red", "with height 3, mode plain, loud no");
    press("2", ENTER);
    await("height (1 to 10 things)");
    press("9", "9", ENTER);
    await("--height must be from 1 to 10 things, not '99'.");
    press("\177", "\177", "7", ENTER);
    await("mode (one of plain, fancy)");
    press(ENTER);
    await("loud (yes or no)");
    press("y", ENTER);
    await("Steady as she goes", "scroll");
    press(END);
    await("painted", "so your prediction is set aside.", "Enter go on");
    press(ENTER);
    await("What next?", "›  1  next", "A claim that fails", "2  tally");
    press(ESCAPE);
    await("1  Steady as she goes     ✓", "1 of 3 steps done");
    press(CTRL_C, CTRL_C);
    menu.join();
    assertTrue(Files.readString(home.resolve(".workbook/progress")).contains("ran alpha/steady"));
  }

  @Test
  void aPersonPlaysTheSchedulerWithSingleKeys() throws Exception {
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    press(ENTER);
    await("›  1  Steady as she goes");
    press(ENTER, ENTER, END, ENTER);
    await("with height 3");
    press(ENTER);
    await("scroll");
    press(END, ENTER);
    await("2  tally ", "explore or play it");
    press("2", ENTER);
    await("›  1  play", "every schedule, and the first that fails");
    press(ENTER);
    await("You are the scheduler.", "1  T1 begins", "h hint");
    press("1", "1", "2");
    await("moves 3, forced 1", "sum = 0", "T1 calls set()", "T2 calls get()");
    press("h");
    await("Hint: No more forced move is needed. Now let T2 go on (2).");
    press(ENTER, "u", ENTER, ENTER);
    await("You broke it!", "Expected 2, saw 1", "t steps", "Enter is n");
    press("t");
    await("here T1 is stopped and T2 runs");
    press("q");
    await("You broke it!", "t steps");
    press("q", "q", "q", "q", "q");
    menu.join();
  }

  @Test
  void ctrlCStopsARunAndShowsWhatWasSeen() throws Exception {
    await("› 01  alpha");
    press("2", ENTER);
    await("The first line of beta.");
    press(ENTER);
    await("1  The same again");
    press("2", ENTER);
    await("Does it end?");
    press("1", ENTER);
    await("50 %", "q stops the run");
    press(CTRL_C);
    await("something", "Only when it is told to.");
    press("q", "q", "q");
    menu.join();
  }

  @Test
  void ctrlCLeavesFromTheMiddleOfALesson() throws Exception {
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    press(ENTER);
    await("›  1  Steady");
    press(ENTER);
    await("It is painted before anybody looks.");
    press(CTRL_C);
    menu.join();
  }

  @Test
  void aQuestionMarkShowsTheKeysEverywhere() throws Exception {
    await("› 01  alpha", "? all keys");
    press("?");
    await("In a list", "Keys");
    press("q", ENTER);
    await("The first line of alpha.", "? all keys");
    press("?");
    await("In a list");
    press("q", ENTER, "2", ENTER);
    await("How many are there?", "Enter takes no guess", "? all keys");
    press("?");
    await("In a list");
    press("q", "7");
    await("› 7_", "Enter takes what you typed");
    press(CTRL_C);
    menu.join();
  }

  @Test
  void whatNobodyHasReadIsPrintedAtTheEnd() throws Exception {
    var printed = new ByteArrayOutputStream();
    var console =
        new Console(
            InputStream.nullInputStream(), printed, OutputStream.nullOutputStream(), Map.of());
    try (var other = TestTerminal.open(80, 24);
        var ui = new TerminalUi(other, console)) {
      ui.tell("Nothing to review today.");
    }
    assertEquals("Nothing to review today.\n", printed.toString(StandardCharsets.UTF_8));
    press("q");
    menu.join();
  }

  @Test
  void theMenuOffersTheLessonOneComesFrom() throws Exception {
    await("› 01  alpha");
    press("2", ENTER);
    await("The first line of beta.");
    press("q");
    await("Concurrency workbook", "› 02  beta");
    press("q");
    menu.join();
  }

  @Test
  void aSmallerScreenIsDrawnAgain() throws Exception {
    await("› 01  alpha");
    terminal.resize(40, 12);
    press(DOWN);
    var shown = await("› 02  beta");
    assertTrue(shown.lines().allMatch(line -> line.length() <= 40), shown);
    press("q");
    menu.join();
  }

  @Test
  void theTerminalIsAsItWasBefore() throws Exception {
    await("› 01  alpha");
    press("q");
    menu.join();
    var attributes = terminal.getAttributes();
    assertTrue(attributes.getLocalFlag(LocalFlag.ICANON));
    assertTrue(attributes.getLocalFlag(LocalFlag.ECHO));
    assertTrue(attributes.getLocalFlag(LocalFlag.ISIG));
  }

  @Test
  void aTerminalThatGoesAwayEndsTheMenuWithoutAWord() throws Exception {
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    terminal.close();
    menu.join();
  }

  @Test
  void anExerciseIsReadCheckedHintedAndSolved() throws Exception {
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    press(ENTER);
    await("4  Exercise: hello ", "Says hello.");
    press("4", ENTER);
    await("somebody is at the door", "New file:  ");
    press(END, ENTER);
    await("0 of 10 points", "›  1  check", "4  task");
    press(ENTER);
    await("it said nothing", "0 of 10 points.");
    press("q", "3", ENTER);
    await("Hint 1 of 3: What do people say?");
    press("q", "2", ENTER);
    await("it said too much", "save to check again");
    TestExercise.save(home, TestExercise.SOLUTION);
    await("10 of 10 points. Every test passes.");
    press("q");
    await("10 of 10 points", "›  1  next", "5  solution");
    press("5", ENTER);
    await("a worked answer");
    press("q", "1", ENTER);
    await("hello-again", "New file:");
    press("q");
    await("4  Exercise: hello        ✓");
    press(ESCAPE);
    await("1 of 2 exercises done", "1/5");
    press("q");
    menu.join();
  }

  @Test
  void anExerciseThatCannotBeGradedIsOneSentenceAndTheMenuLivesOn() throws Exception {
    Files.delete(home.resolve("lessons/_01_alpha/Hello.md"));
    await("› 01  alpha");
    press(ENTER);
    await("The first line of alpha.");
    press(ENTER);
    await("4  Exercise: hello ");
    press("4", ENTER);
    await(" ! ", "›  4  Exercise: hello ");
    press(ESCAPE, "q");
    menu.join();
  }
}
