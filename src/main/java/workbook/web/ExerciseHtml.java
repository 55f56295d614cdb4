package workbook.web;

import java.util.Optional;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;
import workbook.usecase.Book;
import workbook.usecase.ExerciseService;
import workbook.view.GradingReport;
import workbook.view.HtmlText;
import workbook.view.Page;

/// The page of an exercise, and the verdict on the learner's file.
final class ExerciseHtml {
  private static final Page TEXT = new Page(100, false, true);

  private ExerciseHtml() {}

  /// The task. The page looks whether the file has changed, and then checks it.
  static String page(Book.ExerciseRef ref, ExerciseService.Task task) {
    return SitePage.of(
        ref.id(),
        """
        <p class="where"><a href="/lessons/%s">%s %s</a>, exercise %s</p>
        %s
        <form id="ask" data-exercise="%s">
        <p>Write in <code>%s</code>, with any editor. Each time you save it, it's checked here.</p>
        <p><button>Check it now</button> <button type="button" id="hint">A hint</button>\
         <button type="button" id="cancel" hidden>Stop it</button></p>
        <p id="reach" role="status"></p>
        </form>
        <section id="hints" aria-live="polite"></section>
        <section id="result" tabindex="-1" aria-live="polite"></section>
        """
            .formatted(
                ref.lesson().name(),
                ref.lesson().number(),
                ref.lesson().name(),
                HtmlText.of(ref.id()),
                BookLinks.html(task.markdown()),
                HtmlText.of(ref.name()),
                HtmlText.of(task.file())));
  }

  /// The hints that were asked for.
  static String hints(ExerciseService.Hints hints) {
    var html = new StringBuilder();
    for (var place = hints.from(); place < hints.to(); place++) {
      html.append(
          "<h2>Hint %d of %d</h2>%s"
              .formatted(
                  place + 1, hints.hints().size(), BookLinks.html(hints.hints().get(place))));
    }
    return html.toString();
  }

  /// What a check found: the marks, and of what to mend first the run that failed.
  static String verdict(GradingResult result, Submission submission) {
    var html = new StringBuilder();
    if (result instanceof GradingResult.Scored scored) {
      html.append("<h2>%d of %d points</h2>".formatted(scored.points(), scored.of()));
      scored.failures().stream().findFirst().ifPresent(first -> html.append(failure(first)));
    } else {
      html.append("<h2>Not graded</h2>");
    }
    var report = GradingReport.of(result, submission, Optional.empty(), TEXT);
    return html.append("<pre tabindex=\"0\">")
        .append(HtmlText.of(report))
        .append("</pre>")
        .toString();
  }

  private static String failure(TestResult first) {
    return first.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()
        ? ResultHtml.trace(first.says() + ": " + FailureWords.of(fail), fail.trace().get())
        : "";
  }
}
