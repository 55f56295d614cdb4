package workbook.web;

import java.util.Optional;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Result;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.page.Assessment;
import workbook.page.LessonStep;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.view.HtmlText;
import workbook.view.Page;
import workbook.view.Picture;
import workbook.view.RunReport;
import workbook.view.VerdictReport;

/// What came of a step, as the part of a page.
final class ResultHtml {
  private static final Page TEXT = new Page(100, false, true);

  private ResultHtml() {}

  /// Of an experiment.
  ///
  /// @param charts what the addresses of its charts begin with
  static String of(Book.StepRef ref, Result result, Optional<String> guess, String charts) {
    var experiment = ref.experiment().orElseThrow();
    var asked = experiment.step(result.parameters());
    var html = new StringBuilder("<h2>What this run saw</h2>");
    var answer = result.observations().answer();
    if (asked.isPresent() && guess.isPresent() && result.prediction().isPresent()) {
      html.append(judged(asked.get(), guess.get(), answer));
    } else if (guess.isPresent()) {
      html.append(
          "<p>The page's question is about other settings, so your prediction is set aside.</p>");
    }
    var drawn = experiment.experiment().charts();
    for (var n = 0; n < drawn.size(); n++) {
      html.append(figure(drawn.get(n), result, charts + "/charts/" + (n + 1)));
    }
    var report = RunReport.withoutCharts(experiment.experiment(), Optional.empty(), result, TEXT);
    html.append("<pre tabindex=\"0\">").append(HtmlText.of(report)).append("</pre>");
    return html.append(reveal(ref.step())).toString();
  }

  private static String figure(Chart chart, Result result, String address) {
    return """
    <figure><picture>
    <source srcset="%s?dark" media="(prefers-color-scheme: dark)">
    <img src="%s" alt="%s">
    </picture></figure>
    """
        .formatted(address, address, HtmlText.of(Picture.description(chart, result)));
  }

  /// Of a scenario.
  static String of(Book.StepRef ref, Verdict verdict, Optional<String> guess) {
    var scenario = ref.scenarios().getFirst();
    var html = new StringBuilder("<h2>What every schedule shows</h2>");
    guess.ifPresent(said -> html.append(judged(ref.step(), said, ExploreScenario.answer(verdict))));
    if (verdict instanceof Verdict.Fails fails) {
      html.append(trace(fails.says(), fails.trace()));
    }
    var says = scenario.scenario().says();
    var report = VerdictReport.of(scenario.name(), says, verdict, TEXT);
    html.append("<details").append(verdict instanceof Verdict.Fails ? "" : " open");
    html.append("><summary>The verdict as text</summary><pre tabindex=\"0\">");
    html.append(HtmlText.of(report)).append("</pre></details>");
    return html.append(reveal(ref.step())).toString();
  }

  /// A failing run, to step through.
  static String trace(String says, Trace trace) {
    var html = new StringBuilder(trouble(says));
    html.append(
        """
        <p>Step through it: the arrow keys, or the slider.</p>
        <div class="stepper" data-steps="%d"></div>
        <div class="wide" tabindex="0"><table class="trace"><caption>One schedule that fails, step by step</caption>
        <thead><tr><th scope="col">Step</th>\
        """
            .formatted(trace.steps().size()));
    for (var thread : trace.threads()) {
      html.append("<th scope=\"col\">").append(HtmlText.of(thread)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    var number = 0;
    for (var step : trace.steps()) {
      html.append(row(++number, step, trace));
    }
    html.append("</tbody></table></div>");
    var facts = trace.facts().stream().map(fact -> "<li>" + HtmlText.of(fact) + "</li>");
    return html.append("<ul>")
        .append(facts.collect(Collectors.joining()))
        .append("</ul>")
        .toString();
  }

  private static String row(int number, Trace.Step step, Trace trace) {
    var html = new StringBuilder("<tr");
    html.append(step.isTurn() ? " class=\"turn\"" : "").append("><th scope=\"row\">");
    html.append(number).append("</th>");
    for (var thread : trace.threads()) {
      html.append("<td>");
      if (thread.equals(step.thread())) {
        if (!step.preempts().isEmpty()) {
          html.append("<em>⇄ ").append(HtmlText.of(step.preempts())).append(" is stopped</em> ");
        } else if (!step.follows().isEmpty()) {
          html.append("<em>").append(HtmlText.of(step.follows())).append("</em> ");
        }
        html.append("<code>").append(HtmlText.of(step.source().strip())).append("</code> ");
        html.append("<span class=\"says\">").append(HtmlText.of(step.says())).append("</span>");
      }
      html.append("</td>");
    }
    return html.append("</tr>").toString();
  }

  private static String judged(LessonStep step, String guess, String answer) {
    return judged(step.assess(guess, answer), guess, "This run: " + answer + ".");
  }

  /// What a guess was worth.
  ///
  /// @param seen the answer, in a sentence; it isn't shown where the run can't tell
  static String judged(Assessment assessment, String guess, String seen) {
    var words =
        switch (assessment.kind()) {
          case RIGHT -> "✓ Right.";
          case CLOSE -> "✓ Close.";
          case WRONG -> "✗ Not this time.";
          case CANNOT_TELL -> "This run can't tell; the notes say what to do.";
        };
    var good =
        switch (assessment.kind()) {
          case RIGHT, CLOSE -> "good";
          case WRONG -> "bad";
          case CANNOT_TELL -> "open";
        };
    var tells = assessment.kind() != Assessment.Kind.CANNOT_TELL;
    return "<div class=\"%s\"><p><strong>%s</strong> You said: %s.%s</p>%s</div>"
        .formatted(
            good,
            words,
            HtmlText.of(guess),
            tells ? " " + HtmlText.of(seen) : "",
            BookLinks.html(assessment.comment()));
  }

  private static String reveal(LessonStep step) {
    return "<h2>What we saw, and why</h2>" + BookLinks.html(step.reveal() + "\n\n" + step.more());
  }

  /// What went wrong, in the place of a result.
  static String trouble(String says) {
    return "<p class=\"bad\">✗ %s</p>".formatted(HtmlText.of(says));
  }
}
