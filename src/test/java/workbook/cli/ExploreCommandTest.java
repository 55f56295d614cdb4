package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.explore.Verdict;
import workbook.json.Schema;
import workbook.usecase.ExitCode;
import workbook.view.Page;
import workbook.view.VerdictReport;

/// `explore`: what it says of good code, of bad code and of code it cannot judge.
@Tag("fast")
class ExploreCommandTest {
  private static final String REPLAY = "Again:     workbook ";

  @TempDir Path home;

  private CapturedConsole say(String... args) {
    return CapturedConsole.by(home, args);
  }

  /// The command that the report tells to type.
  private static String[] replay(CapturedConsole report) {
    var line = report.out().lines().filter(each -> each.startsWith(REPLAY)).findFirst();
    return line.orElseThrow().substring(REPLAY.length()).split(" ");
  }

  /// The columns of the threads and how it ended.
  private static String trace(String text) {
    return text.substring(0, text.indexOf("\nFound within"));
  }

  @Test
  void aFailureIsShownStepByStepWithHowToSeeItAgain() {
    var said = say("explore", "alpha/tally");
    assertEquals(ExitCode.FAILED, said.code());
    assertEquals("", said.err());
    assertTrue(said.out().contains("here T1 is stopped and T2 runs"), said.out());
    assertTrue(said.out().contains("sum.set(before + 1);"), said.out());
    assertTrue(said.out().contains("One preemption is enough."), said.out());
    assertTrue(said.out().lines().allMatch(line -> line.length() <= 80), said.out());
  }

  @Test
  void theReplayIsTheSameInAnotherProcess() throws Exception {
    var command = replay(say("explore", "tally"));
    var found = StartedProcess.testBook(home, Map.of(), "explore", "tally").given("");
    var again = StartedProcess.testBook(home, Map.of(), command).given("");
    assertEquals(new StartedProcess.Ended(ExitCode.FAILED, trace(found.out()), ""), again);
  }

  @Test
  void aDataRaceIsReplayedAsOne() {
    var said = say("explore", "same-value");
    assertEquals(ExitCode.FAILED, said.code());
    assertTrue(said.out().contains("data race: "), said.out());
    var again = say(replay(said));
    assertEquals(ExitCode.FAILED, again.code());
    assertTrue(again.out().contains("data race: "), again.out());
  }

  @Test
  void codeThatHoldsSaysWhatWasLookedAtAndWhatWasNot() {
    var said = say("explore", "01/tally-mended", "--preemptions=1");
    assertEquals(ExitCode.DONE, said.code());
    assertTrue(said.out().contains("It holds in every schedule"), said.out());
    assertTrue(said.out().contains("Not looked for"), said.out());
  }

  @Test
  void theBoundIsKept() {
    assertEquals(ExitCode.DONE, say("explore", "tally", "--preemptions=0").code());
  }

  @Test
  void codeThatCannotBeJudgedIsNamed() {
    var said = say("explore", "opens");
    assertEquals(ExitCode.ENVIRONMENT, said.code());
    assertTrue(said.out().contains("cannot be explored"), said.out());
    assertTrue(said.out().contains("java.io.FileInputStream"), said.out());
    assertFalse(say("list").out().contains("✓"), "that is not done");
  }

  @Test
  void aSearchThatTimeEndedIsNoPassAndSaysHowToGoOn() {
    var verdict = new Verdict.NotFinished(12_345, 2, Duration.ofSeconds(60));
    assertEquals(
        """
        alpha/crowd: Eight threads.

        The search is not finished: 12,345 schedules with at most 2 preemptions in 60
        seconds, and there are more.
        No schedule failed so far, but that proves nothing.

        Longer:    workbook explore alpha/crowd --budget=600
        """,
        VerdictReport.of("alpha/crowd", "Eight threads.", verdict, Page.PLAIN));
  }

  @Test
  void whatIsTooLongSaysWhatToMakeSmaller() {
    var verdict = new Verdict.TooLong("after 20,000 steps, T1 still runs, at Crowd.java:7");
    assertEquals(
        """
        alpha/crowd: Eight threads.

        It is too long to explore: after 20,000 steps, T1 still runs, at Crowd.java:7;
        let its loops make fewer rounds, start fewer threads, or explore a part of it.
        """,
        VerdictReport.of("alpha/crowd", "Eight threads.", verdict, Page.PLAIN));
  }

  @Test
  void whatWasExploredIsMarked() {
    say("explore", "tally");
    assertTrue(say("list").out().contains("✓ alpha/tally "), say("list").out());
    var progress = say("progress").out();
    assertTrue(progress.contains("1 of 2       0 of 2"), progress);
  }

  @Test
  void whatIsNoScheduleIsOneSentence() {
    var sentence =
        "\"a.b\" is not a schedule; copy it whole from the report, for example 12.1-15.2+5c3f00a1.";
    assertEquals(
        new CapturedConsole(ExitCode.USAGE, "", sentence + "\n"),
        say("explore", "tally", "--schedule=a.b"));
  }

  @Test
  void aScheduleOfOtherCodeIsOneSentence() {
    var said = say("explore", "tally-mended", "--schedule=77.1");
    assertEquals(ExitCode.USAGE, said.code());
    assertEquals(
        "This schedule does not fit this code: the run ends before decision 77.\n", said.err());
  }

  @Test
  void aScheduleThatDoesNotFailIsShownAll() {
    var said = say("explore", "tally", "--schedule=calm");
    assertEquals(ExitCode.DONE, said.code());
    assertTrue(said.out().contains("nothing fails under this schedule"), said.out());
  }

  @Test
  void theTraceGoesIntoAFileAsJsonOrAsText() throws IOException {
    var json = home.resolve("lost.json");
    var text = home.resolve("lost.txt");
    assertEquals(ExitCode.FAILED, say("explore", "tally", "--trace=" + json).code());
    assertEquals(ExitCode.FAILED, say("explore", "tally", "--trace", text.toString()).code());
    var trace = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    assertEquals("FAILED", trace.get("end").getAsString());
    assertEquals("[\"T1\",\"T2\",\"main\"]", trace.get("threads").toString());
    var stopped = 0;
    for (var step : trace.getAsJsonArray("steps")) {
      stopped += step.getAsJsonObject().get("preempts").getAsString().isEmpty() ? 0 : 1;
    }
    assertEquals(1, stopped);
    assertTrue(Files.readString(text).contains("replay: " + trace.get("schedule").getAsString()));
  }

  @Test
  void anExistingFileIsKeptUnlessForced() throws IOException {
    var file = Files.writeString(home.resolve("mine.json"), "mine");
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", file + " already exists. Add --force to replace it.\n"),
        say("explore", "tally", "--trace=" + file));
    assertEquals("mine", Files.readString(file));
    assertEquals(ExitCode.FAILED, say("explore", "tally", "--force", "--trace=" + file).code());
    assertTrue(Files.readString(file).contains("steps"));
  }

  @Test
  void codeThatHoldsLeavesNoFile() {
    var file = home.resolve("none.json");
    var said = say("explore", "tally-mended", "--trace=" + file);
    assertEquals(ExitCode.DONE, said.code());
    assertEquals("No schedule failed, so there is no trace to write.\n", said.err());
    assertFalse(Files.exists(file));
  }

  private static JsonObject program(String json) {
    assertEquals(List.of(), Schema.EXPLORATION.faults(json), json);
    var programs = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("programs");
    assertEquals(1, programs.size(), json);
    return programs.get(0).getAsJsonObject();
  }

  @Test
  void jsonIsPrintedInPlaceOfTheReport() {
    var said = say("explore", "tally", "--json");
    assertEquals(new CapturedConsole(ExitCode.FAILED, said.out(), ""), said);
    var fails = program(said.out());
    assertEquals("fails", fails.get("verdict").getAsString());
    assertEquals("assertion", fails.get("kind").getAsString());
    var schedule = fails.get("schedule").getAsString();
    var command = "explore " + fails.get("program").getAsString() + " --schedule=" + schedule;
    assertEquals(command, String.join(" ", replay(say("explore", "tally"))));
    var again = program(say("explore", "tally", "--json", "--schedule=" + schedule).out());
    assertFalse(again.has("verdict"), "one run is no search");
    assertEquals(fails.get("trace"), again.get("trace"));
    var holds = say("explore", "tally-mended", "--json", "--preemptions=1");
    assertEquals(ExitCode.DONE, holds.code());
    assertEquals("holds", program(holds.out()).get("verdict").getAsString());
    assertEquals(1, program(holds.out()).get("bound").getAsInt());
    var refused = say("explore", "opens", "--json");
    assertEquals(ExitCode.ENVIRONMENT, refused.code());
    assertEquals("cannot be explored", program(refused.out()).get("verdict").getAsString());
  }

  @Test
  void jsonGoesIntoAFileBesideTheReport() throws IOException {
    var file = home.resolve("all.json");
    var said = say("explore", "tally", "--json=" + file);
    assertTrue(said.out().contains("One preemption is enough."), said.out());
    assertTrue(said.out().endsWith("Wrote " + file + "\n"), said.out());
    assertEquals("fails", program(Files.readString(file)).get("verdict").getAsString());
    assertEquals(ExitCode.USAGE, say("explore", "tally", "--json=" + file).code());
    var both = say("explore", "tally", "--force", "--json=" + file, "--trace=" + file);
    assertEquals("--trace and --json name the same file. Give each its own.\n", both.err());
  }
}
