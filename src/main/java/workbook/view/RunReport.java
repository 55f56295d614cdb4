package workbook.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import workbook.Chart;
import workbook.Claim;
import workbook.Experiment;
import workbook.Fact;
import workbook.Observations;
import workbook.Result;
import workbook.page.LessonStep;

/// What a learner reads after a run: figures, charts, what was said, which claims held, and the
/// prediction beside what was seen.
public final class RunReport {
  private static final String MARGIN = "  ";

  private final Experiment experiment;
  private final Optional<LessonStep> asked;
  private final Result result;
  private final Observations seen;
  private final Page page;

  private RunReport(Experiment experiment, Optional<LessonStep> asked, Result result, Page page) {
    this.asked = asked;
    this.experiment = experiment;
    this.result = result;
    this.seen = result.observations();
    this.page = page;
  }

  /// The whole report, the experiment's charts among it.
  ///
  /// @param asked what the page asks about a run with these settings; empty when it asks nothing
  /// @return lines of at most the page's width, the last one ended
  public static String text(
      Experiment experiment, Optional<LessonStep> asked, Result result, Page page) {
    return new RunReport(experiment, asked, result, page).text(experiment.charts());
  }

  /// The report without the experiment's charts. Outcomes are shown all the same.
  public static String withoutCharts(
      Experiment experiment, Optional<LessonStep> asked, Result result, Page page) {
    return new RunReport(experiment, asked, result, page).text(List.of());
  }

  private String text(List<Chart> charts) {
    var sections = new ArrayList<String>();
    sections.add(heading());
    sections.add(facts());
    sections.addAll(measurements());
    charts.forEach(chart -> sections.add(TerminalChart.draw(chart, seen, page)));
    if (charts.stream().noneMatch(Chart.Outcomes.class::isInstance) && !seen.outcomes().isEmpty()) {
      sections.add(section("Outcomes", OutcomeTable.draw(seen.outcomes(), page)));
    }
    sections.add(section("What was said", Transcript.draw(seen.transcript(), page)));
    sections.add(section("Claims", claims()));
    asked.ifPresent(step -> sections.add(section("Prediction", prediction(step))));
    sections.add(section("Notes", notes()));
    sections.removeIf(String::isEmpty);
    return Ascii.of(page, String.join("\n", sections));
  }

  private String section(String title, String text) {
    return text.isEmpty() ? "" : TextColor.BOLD.on(page, title) + "\n" + text;
  }

  private String heading() {
    var text = new StringBuilder();
    text.append(TextColor.BOLD.on(page, TerminalText.shorten(result.title(), page.width())))
        .append('\n');
    var conditions = RunConditions.all(result, experiment.parameters());
    for (var line : TerminalText.wrap(conditions, page.width())) {
      text.append(TextColor.MUTED.on(page, line)).append('\n');
    }
    var took = Numbers.of(result.took().toMillis() / 1000.0) + " s";
    var ending =
        switch (result.ending()) {
          case COMPLETE -> "";
          case CANCELLED ->
              "You stopped the run after " + took + ". This is what it had seen by then.";
          case OVERRAN ->
              "Stopped at its time limit, after " + took + ". This is what it had seen by then.";
          case FAILED -> "The run failed after " + took + ". This is what it had seen by then.";
        };
    for (var line :
        TerminalText.wrap(
            (ending + " " + TerminalText.clean(result.trouble())).strip(), page.width())) {
      text.append(line.isEmpty() ? "" : TextColor.BAD.on(page, line) + "\n");
    }
    return text.toString();
  }

  private String facts() {
    var longest =
        seen.facts().stream().map(Fact::name).mapToInt(TerminalText::width).max().orElse(0);
    var room = Math.min(longest, page.width() / 2);
    var text = new StringBuilder();
    for (var fact : seen.facts()) {
      var name = MARGIN + TerminalText.pad(TerminalText.shorten(fact.name(), room), room) + MARGIN;
      text.append(hanging(name, TerminalText.clean(fact.value())));
    }
    return text.toString();
  }

  /// One table for each quantity measured.
  private List<String> measurements() {
    var quantities = new LinkedHashSet<String>();
    seen.series().forEach(series -> quantities.add(series.quantity()));
    return quantities.stream()
        .map(
            quantity ->
                Measurements.table(
                    quantity,
                    Chart.axis(experiment.charts(), seen.of(quantity)).orElse(""),
                    seen.of(quantity),
                    page))
        .toList();
  }

  private String claims() {
    var text = new StringBuilder();
    for (var claim : seen.claims()) {
      text.append(claim(claim));
    }
    return text.toString();
  }

  private String claim(Claim claim) {
    var mark = claim.held() ? "✓ held          " : "✗ DID NOT HOLD  ";
    var color = claim.held() ? TextColor.GOOD : TextColor.BAD;
    var indent = MARGIN + " ".repeat(TerminalText.width(mark));
    var evidence =
        TerminalText.paragraph(indent, TerminalText.clean(claim.evidence()), page.width());
    var text = hanging(MARGIN + color.on(page, mark), TerminalText.clean(claim.says()));
    return claim.evidence().isEmpty()
        ? text
        : text + TextColor.MUTED.on(page, evidence.stripTrailing()) + "\n";
  }

  private String prediction(LessonStep step) {
    var guess = result.prediction().orElse("");
    if (guess.isEmpty() && seen.answer().isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    text.append(
        TerminalText.paragraph(MARGIN, Markdown.line(step.question().text(), page), page.width()));
    if (!guess.isEmpty()) {
      text.append(hanging(MARGIN + "You said   ", AnswerText.shown(step.question(), guess)));
    }
    var answer =
        seen.answer().isEmpty()
            ? "ended before it could answer."
            : TextColor.BOLD.on(page, AnswerText.shown(step.question(), seen.answer()));
    text.append(hanging(MARGIN + "This run   ", answer));
    if (!guess.isEmpty() && !seen.answer().isEmpty()) {
      text.append(AssessmentText.of(step.assess(guess, seen.answer()), MARGIN, page));
    }
    return text.toString();
  }

  private String notes() {
    var text = new StringBuilder();
    seen.notes().forEach(note -> text.append(hanging(MARGIN + "• ", TerminalText.clean(note))));
    return text.toString();
  }

  /// A text whose first line stands behind a label and whose others are indented as deep.
  private String hanging(String label, String text) {
    var lines = TerminalText.paragraph(" ".repeat(TerminalText.width(label)), text, page.width());
    return label + lines.substring(TerminalText.width(label));
  }
}
