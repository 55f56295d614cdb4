package workbook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.Findings;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;

@Tag("fast")
class PageParserTest {
  private static final String PAGE =
      """
      # 03 Races: what's the sum?

      Threads share memory.

      ## Two increments <!-- step: two-increments, counter=plain -->

      Two threads, one `++` each.

      <!-- from TwoIncrements.java -->
      ```java
      ## no heading
      return ++count;
      ```

      **Predict.** Which pairs
      turn up?

      - only (1, 2)
      - also
        (1, 1)

      <details><summary>What we saw, and why</summary>

      A read, an addition, a write.

      - *only (1, 2)*: they race.
      - *also (1, 1)*: right,
        and *why*.

      </details>

      **Prove it.** <!-- explore: two-increments, two-increments-mended -->

      ## How many <!-- step: warmed-up -->

      **Predict.** How many of 100? <!-- number: rounds, close: 20 % -->

      <details><summary>What we saw, and why</summary>

      - *right*: exactly.
      - *close*: nearly.
      - *too low*: more.
      - *too high*: less.

      </details>

      ## One ticket <!-- scenario: check-then-act -->

      **Predict.** Is there a schedule that sells it twice?

      - yes
      - no

      <details><summary>What we saw, and why</summary>

      - *yes*: right.
      - *no*: look again.

      </details>

      ## What you can do now

      Much.

      ## Exercise

      Tally.
      """;

  private static LessonPage page() throws MalformedPageException {
    return PageParser.parse(PAGE);
  }

  @Test
  void aPageIsARowOfSteps() throws MalformedPageException {
    var page = page();
    assertEquals("03 Races: what's the sum?", page.title());
    assertEquals("Threads share memory.", page.introduction());
    assertEquals(
        List.of("Two increments", "How many", "One ticket"),
        page.steps().stream().map(LessonStep::title).toList());
    assertEquals("## What you can do now\n\nMuch.\n\n## Exercise\n\nTally.", page.ending());
    assertEquals(LessonStep.Kind.SCENARIO, page.scenario("check-then-act").getFirst().kind());
  }

  @Test
  void aStepHasItsParts() throws MalformedPageException {
    var step = page().experiment("two-increments").getFirst();
    assertEquals(5, step.line());
    assertEquals(Map.of("counter", "plain"), step.settings());
    assertTrue(step.text().contains("## no heading"), step.text());
    assertEquals(
        new Question.Choice("Which pairs turn up?", "only (1, 2)", "also (1, 1)"), step.question());
    assertEquals("A read, an addition, a write.", step.reveal());
    assertEquals(
        Map.of("only (1, 2)", "they race.", "also (1, 1)", "right, and *why*."), step.comments());
    assertEquals(List.of("two-increments", "two-increments-mended"), step.scenarios());
  }

  @Test
  void aChoiceIsRightOrWrong() throws MalformedPageException {
    var step = page().steps().getFirst();
    assertEquals(
        new Assessment(Assessment.Kind.RIGHT, "right, and *why*."),
        step.assess("also (1, 1)", "also (1, 1)"));
    assertEquals(
        new Assessment(Assessment.Kind.WRONG, "they race."),
        step.assess("only (1, 2)", "also (1, 1)"));
    assertEquals(
        Assessment.Kind.CANNOT_TELL, step.assess("only (1, 2)", Findings.CANNOT_TELL).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "50,RIGHT,exactly.",
    "41,CLOSE,nearly.",
    "60,CLOSE,nearly.",
    "39,WRONG,more.",
    "61,WRONG,less."
  })
  void aNumberMayBeClose(String guess, Assessment.Kind kind, String says)
      throws MalformedPageException {
    assertEquals(new Assessment(kind, says), page().steps().get(1).assess(guess, "50.0"));
  }

  @Test
  void aStepIsAboutItsSettings() throws MalformedPageException {
    var declared = List.<Parameter>of(new Parameter.Choice("counter", "atomic", "plain"));
    var step = page().steps().getFirst();
    assertTrue(step.isAbout(declared, Parameters.of(declared, Map.of("counter", "plain"))));
    assertTrue(!step.isAbout(declared, Parameters.defaults(declared)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# 03 Races|Races|line 1: begin the page with",
        "**Predict.** Which pairs|Which pairs|line 5: this step has no question",
        "- also|also|line 15: give the question at least two choices",
        "<details>|<div>|line 22: fold the answer away",
        "</details>|</div>|line 22: close this <details>",
        "counter=plain|counter|line 5: write a setting as NAME=VALUE",
        "## How many <!-- step: warmed-up -->|## How many|line 47: move this step up",
      })
  void aFaultIsNamedWithItsLineAndItsMend(String good, String bad, String says) {
    var broken = PAGE.replace(good, bad);
    var fault =
        assertThrows(MalformedPageException.class, () -> PageParser.parse(broken)).getMessage();
    assertTrue(fault.startsWith(says), fault);
  }
}
