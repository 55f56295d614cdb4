package workbook.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.cli.StartedProcess;
import workbook.usecase.ExitCode;

/// The menu as a process without a terminal: numbered prompts, answered by a pipe.
@Tag("slow")
class LineUiTest {
  @TempDir Path home;

  private StartedProcess.Ended answer(String... lines) throws IOException, InterruptedException {
    var input = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return StartedProcess.testBook(home, Map.of()).given(input);
  }

  private static void assertPolite(StartedProcess.Ended ended) {
    assertEquals("", ended.err());
    assertEquals(ExitCode.DONE, ended.code());
    assertFalse(ended.out().contains("\033"), "no escape sequence goes into a pipe");
  }

  @Test
  void anEndOfInputEndsItPolitely() throws Exception {
    var ended = answer();
    assertPolite(ended);
    assertTrue(ended.out().contains("  01  alpha"), ended.out());
    assertTrue(ended.out().contains("0 of 6 steps, 0 of 2 exercises done"), ended.out());
  }

  @Test
  void aLearnerPredictsSetsRunsAndSees() throws Exception {
    var ended = answer("1", "steady", "red", "settings", "20", "7", "fancy", "yes", "q", "q", "q");
    // "20" answers the first parameter and is refused; then 7, fancy, yes.
    assertPolite(ended);
    var out = ended.out();
    assertTrue(out.contains("The first line of alpha."), out);
    assertTrue(out.contains("Which colour is it?"), out);
    assertTrue(out.contains("--height must be from 1 to 10 things, not '20'."), out);
    assertTrue(out.contains("red"), out);
    assertTrue(out.contains("green"), out);
    assertTrue(out.contains("painted"), out);
    assertTrue(out.contains("1/5"), "the lesson list counts what is done: " + out);
    assertTrue(Files.readString(home.resolve(".workbook/progress")).contains("ran alpha/steady"));
  }

  @Test
  void enterTakesTheDefaultsButNoPrediction() throws Exception {
    var ended = answer("", "", "", "1", "", "q", "q");
    assertPolite(ended);
    assertTrue(ended.out().contains("Choose one first: type its number."), ended.out());
    assertTrue(ended.out().contains("quiet"), ended.out());
  }

  @Test
  void whatIsTypedIsALabelAndAnExerciseIsKnownByItsNameToo() {
    var labels =
        List.of(
            "one: the network copies it",
            "three: one for each client",
            "Exercise: hello",
            "Exercise: hello-again");
    var items = labels.stream().map(label -> new Ui.MenuItem("", label, "", "")).toList();
    var choices = new Ui.Choices("", "", "", items, -1);
    assertEquals(OptionalInt.of(0), LineUi.meant(choices, "one"));
    assertEquals(OptionalInt.of(0), LineUi.meant(choices, "One: the network copies it"));
    assertEquals(OptionalInt.of(1), LineUi.meant(choices, "three"));
    assertEquals(OptionalInt.of(2), LineUi.meant(choices, "hello"));
    assertEquals(OptionalInt.of(2), LineUi.meant(choices, "Exercise: hello"));
    assertEquals(OptionalInt.of(3), LineUi.meant(choices, "hello-"));
    assertEquals(OptionalInt.empty(), LineUi.meant(choices, "hel"));
    assertEquals(OptionalInt.empty(), LineUi.meant(choices, "the network"));
  }

  @Test
  void aScenarioIsExploredAndPlayedFromItsLesson() throws Exception {
    var ended =
        answer(
            "1", "steady", "green", "", "tally", "explore", "play", "1", "1", "2", "2", "2", "1",
            "q", "q", "q", "q", "q");
    assertPolite(ended);
    var out = ended.out();
    assertTrue(out.contains("Two threads add one each."), out);
    assertTrue(out.contains("One preemption is enough."), out);
    assertTrue(out.contains("You broke it!"), out);
    var progress = Files.readString(home.resolve(".workbook/progress"));
    assertTrue(progress.contains("explored alpha/tally\n"), progress);
    assertTrue(progress.contains("played alpha/tally\n"), progress);
  }

  @Test
  void aScenarioThatCannotBePlayedIsOneSentenceAndTheMenuLivesOn() throws Exception {
    var ended = answer("2", "the same", "yes", "opens", "play", "explore", "q", "q", "q", "q");
    assertPolite(ended);
    assertTrue(ended.out().contains("beta/opens cannot be explored: "), ended.out());
    assertTrue(ended.out().contains("It cannot be explored: "), ended.out());
  }

  @Test
  void whatIsNoneOfThemIsAskedAgain() throws Exception {
    var ended = answer("99", "zebra", "q");
    assertPolite(ended);
    assertTrue(ended.out().contains("'99' is not on the list."), ended.out());
    assertTrue(ended.out().contains("'zebra' is not on the list."), ended.out());
  }

  @Test
  void aReadOnlyHomeIsOneSentenceAndTheMenuLivesOn() throws Exception {
    Files.writeString(home.resolve(".workbook"), "a file where the folder should be");
    var ended = answer("1", "steady", "green", "", "q", "q", "q");
    assertPolite(ended);
    assertEquals(
        1,
        ended
            .out()
            .lines()
            .filter(line -> line.contains("Your progress will be lost when you leave"))
            .count(),
        ended.out());
    assertTrue(ended.out().contains("1/5"), "what was done is remembered: " + ended.out());
  }
}
