package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Chart;
import workbook.Claim;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Result;

@Tag("fast")
class RunReportTest {
  private static final Experiment DRAWING = Samples.drawing();

  @Test
  void everythingARunSawIsShownInOrder() {
    var result = Samples.result(Samples.everything()).predicted("5000000");
    assertEquals(
        """
        Six ways to count
        races/lost-updates · increments 200,000 · 4.21 s · Some CPU · 2 cores · JDK 25,
        Somebody · Linux

          PID         4711
          open files  12

        Time to start (µs): medians of 4 samples, quartiles
                           median  1st quartile  3rd quartile
          ───────────────  ──────  ────────────  ────────────
          virtual thread       29          27.5          30.3
          platform thread     117         112           123

        Outcomes
          outcome   count    share              expectation  meaning
          ───────  ──────  ───────  ──────────  ───────────  ──────────────────
          2        99,870   99.9 %  ██████████  acceptable   both updates kept
          1           129    0.1 %  ▏           interesting  one update is lost
          0             1  < 0.1 %  ▏           ✗ FORBIDDEN  nobody wrote

        What was said
          time (ms)  who     said
          ─────────  ──────  ─────
              0.000  parent  hello
          1,500.000  child   Bob

        Claims
          ✓ held          A lock loses nothing.
                          expected 5, saw 5
          ✗ DID NOT HOLD  A plain int loses.
                          0 lost

        Prediction
          5 threads, 1,000,000 increments each: how many?
          You said   5,000,000 updates
          This run   3,214,567 updates
          ✗ Not this time.

        Notes
          • The Python twin was skipped.
        """,
        RunReport.text(DRAWING, Samples.step(Samples.HOW_MANY), result, Samples.WIDE));
  }

  @Test
  void aPredictionIsJudged() {
    var result = Samples.result(Samples.everything());
    assertTrue(text(result.predicted("3214567")).contains("✓ Right."));
    assertTrue(text(result.predicted("3214568")).contains("✗ Not this time."));
    assertFalse(text(result).contains("You said"));
    assertTrue(text(result).contains("This run   3,214,567 updates"));
  }

  @Test
  void aRunThatNeverAnsweredSaysSo() {
    var result = Samples.result(Observations.NONE).predicted("7");
    assertTrue(text(result).contains("This run   ended before it could answer."));
  }

  @Test
  void aChosenAnswerIsShownInItsWords() {
    var choice = new Question.Choice("Who loses?", "nobody", "everybody");
    var text =
        RunReport.text(
            Samples.drawing(),
            Samples.step(choice),
            Samples.result(Samples.everything()),
            Samples.WIDE);
    assertTrue(text.contains("Who loses?"));
  }

  @Test
  void aRunThatDidNotComeToItsEndSaysHowItEnded() {
    var failed = text(Samples.ended(Result.Ending.FAILED, "The child died."));
    assertTrue(
        failed.contains(
            "The run failed after 4.21 s. This is what it had seen by then. The child died."));
    assertTrue(text(Samples.ended(Result.Ending.CANCELLED, "")).contains("You stopped the run"));
    assertTrue(text(Samples.ended(Result.Ending.OVERRAN, "")).contains("time limit"));
  }

  @Test
  void aRunThatSawNothingStillHasAReport() {
    assertEquals(
        """
        Six ways to count
        races/lost-updates · increments 200,000 · 4.21 s · Some CPU · 2 cores · JDK 25,
        Somebody · Linux
        """,
        text(Samples.result(Observations.NONE)));
  }

  @Test
  void noLineIsWiderThanThePage() {
    var experiment =
        Samples.drawing(
            new Chart.Bars("A title that is much longer than any page", "time to start", true),
            new Chart.Distribution("Spread", "time to start", false),
            new Chart.Timeline("Who did what"),
            new Chart.Outcomes("What was seen"));
    var result = Samples.result(Samples.everything()).predicted("1");
    for (var width = 40; width < 130; width++) {
      for (var colour : List.of(true, false)) {
        var page = new Page(width, colour, true);
        for (var line :
            RunReport.text(experiment, Samples.step(Samples.HOW_MANY), result, page)
                .lines()
                .toList()) {
          assertTrue(TerminalText.width(line) <= page.width(), page + ": " + line);
        }
      }
    }
  }

  @Test
  void aPlainPageGetsPlainLetters() {
    var experiment = Samples.drawing(new Chart.Bars("Bars", "time to start", true));
    var text =
        RunReport.text(
            experiment,
            Samples.step(Samples.HOW_MANY),
            Samples.result(Samples.everything()),
            Page.PLAIN);
    assertTrue(text.chars().allMatch(letter -> letter < 127), text);
    assertFalse(text.replace(Samples.HOW_MANY.text(), "").contains("?"), text);
    assertTrue(text.contains("! DID NOT HOLD"));
    assertTrue(text.contains("Time to start (us): medians of 4 samples, quartiles"), text);
  }

  @Test
  void aParameterHasTheUnitThatItsNameDoesNotSay() {
    var declared =
        List.<Parameter>of(
            new Parameter.Count("time", 100, 1, 5_000, "ms for each lock"),
            new Parameter.Count("writes", 1, 0, 100, "% writes"),
            new Parameter.Count("step", 5, 1, 9, "us"),
            new Parameter.Count("numbers", 500, 1, 2_000, "thousand numbers"),
            new Parameter.Count("rate", 2_000, 1, 9_000, "messages a second while it lasts"),
            new Parameter.Count("threads", 4, 1, 64, "threads"),
            new Parameter.Count("items", 7, 1, 64, "s-shaped items"),
            new Parameter.Choice("kind", "ms", "s"));
    assertEquals(
        "time 100 ms · writes 1 % · step 5 µs · numbers 500 thousand · rate 2,000 messages a second"
            + " · threads 4 · items 7 · kind ms · Some CPU · 2 cores · JDK 25 · Linux",
        RunConditions.brief(Samples.ran(Parameters.defaults(declared)), declared));
  }

  @Test
  void whatAProgramSaidCannotMoveTheCursor() {
    var claim = new Claim("\033[2JCleared\u0007", true, "");
    var seen =
        new Observations(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(claim),
            List.of(),
            "");
    assertTrue(text(Samples.result(seen)).contains("·[2JCleared·"));
  }

  private static String text(Result result) {
    return RunReport.text(DRAWING, Samples.step(Samples.HOW_MANY), result, Samples.WIDE);
  }
}
