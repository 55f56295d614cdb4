package workbook.web;

import java.util.Locale;
import java.util.Optional;
import workbook.Chart;
import workbook.Result;
import workbook.explore.Explorer;
import workbook.explore.Trace;
import workbook.page.Assessment;
import workbook.page.LessonStep;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.usecase.PlayScenario;
import workbook.view.HtmlText;
import workbook.view.Page;
import workbook.view.Picture;
import workbook.view.RunReport;
import workbook.view.Theme;

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
      var picture = charts + "/charts/" + (n + 1);
      html.append(figure(drawn.get(n), result, picture, picture + "?dark"));
    }
    return html.append(report(ref, result)).append(reveal(ref.step())).toString();
  }

  /// Of an experiment that ran earlier: its charts, and what was counted.
  ///
  /// @param page the address of the step
  static String recorded(Book.StepRef ref, Result result, String page) {
    var drawn = ref.experiment().orElseThrow().experiment().charts();
    var html = new StringBuilder("<h2>What a run saw</h2>");
    for (var n = 0; n < drawn.size(); n++) {
      var light = picture(page, n, Theme.LIGHT);
      html.append(figure(drawn.get(n), result, light, picture(page, n, Theme.DARK)));
    }
    return html.append(report(ref, result)).toString();
  }

  /// Where a chart of a recorded run is.
  ///
  /// @param page the address of the step
  /// @param number of the chart, from 0
  static String picture(String page, int number, Theme theme) {
    return "%s/chart-%d-%s.svg".formatted(page, number + 1, theme.name().toLowerCase(Locale.ROOT));
  }

  private static String report(Book.StepRef ref, Result result) {
    var experiment = ref.experiment().orElseThrow().experiment();
    var report = RunReport.withoutCharts(experiment, Optional.empty(), result, TEXT);
    return "<pre tabindex=\"0\">" + HtmlText.of(report) + "</pre>";
  }

  private static String figure(Chart chart, Result result, String light, String dark) {
    return """
    <figure><picture>
    <source srcset="%s" media="(prefers-color-scheme: dark)">
    <img src="%s" alt="%s">
    </picture></figure>
    """
        .formatted(dark, light, HtmlText.of(Picture.description(chart, result)));
  }

  /// Of a scenario.
  static String of(Book.StepRef ref, PlayScenario game, Optional<String> guess) {
    var html = new StringBuilder("<h2>What every schedule shows</h2>");
    var answer = ExploreScenario.answer(game.session().verdict());
    guess.ifPresent(said -> html.append(judged(ref.step(), said, answer)));
    html.append(ProgramHtml.verdict(new Playable.OfBook(ref.scenarios().getFirst()), game));
    return html.append(reveal(ref.step())).toString();
  }

  /// A failing run of an exercise, to step through.
  static String trace(String says, Trace trace) {
    var sources = Explorer.sources(trace, ResultHtml.class.getClassLoader());
    return trouble(says) + ScheduleView.recorded(trace, sources);
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

  /// What the page says of the answer.
  static String reveal(LessonStep step) {
    return "<h2>What we saw, and why</h2>" + BookLinks.html(step.reveal() + "\n\n" + step.more());
  }

  /// What went wrong, in the place of a result.
  static String trouble(String says) {
    return "<p class=\"bad\">✗ %s</p>".formatted(HtmlText.of(says));
  }
}
