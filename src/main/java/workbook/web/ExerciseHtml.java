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

  /// The task, and an editor for the answer. The page looks whether the file has changed, and then
  /// checks it.
  ///
  /// @param contract Java source
  /// @param nonce what lets the editor name its modules and bring its style
  static String page(
      Book.ExerciseRef ref, ExerciseService.Task task, String contract, String nonce) {
    var head =
        """
        <link rel="stylesheet" href="/exercise.css">
        <script type="importmap" nonce="%s">%s</script>
        <script type="module" src="/exercise.js"></script>\
        """
            .formatted(nonce, EditorModules.importMap());
    var main =
        """
        <p class="where"><a href="/lessons/%s">%s %s</a>, exercise %s</p>
        <div class="sides exercise">
        <section aria-label="Task">%s%s</section>
        <section aria-label="Your answer">
        <form id="ask" data-exercise="%s">
        <p>Write here, or in any editor: the file is <code>%s</code>. Each time it's saved, it's\
         checked here.</p>
        <div id="editor" data-name="%s"></div>
        <p class="hint" id="editor-keys" hidden>Ctrl-S saves. Tab indents; to leave the editor,\
         press Esc and then Tab.</p>
        <div id="changed" role="alert" hidden><p></p><p>\
        <button type="button" id="mine">Keep what is here</button>\
         <button type="button" id="theirs">Take what the file has</button></p></div>
        <p id="saved" role="status"></p>
        <p class="buttons"><button type="button" id="save" hidden>Save</button>\
         <button id="check">Check it now</button>\
         <button type="button" id="hint">A hint</button>\
         <button type="button" id="reset" hidden>Begin again</button>\
         <button type="button" id="cancel" hidden>Stop it</button></p>
        <p id="reach" role="status"></p>
        </form>
        <section id="hints" aria-live="polite" aria-label="Hints"></section>
        </section>
        </div>
        <section id="result" tabindex="-1" aria-live="polite" aria-label="Verdict"></section>
        """
            .formatted(
                ref.lesson().name(),
                ref.lesson().number(),
                ref.lesson().name(),
                HtmlText.of(ref.id()),
                ContractHtml.task(ref.exercise(), task.markdown()),
                ContractHtml.of(ref.exercise(), contract),
                HtmlText.of(ref.name()),
                HtmlText.of(task.file()),
                HtmlText.of(ref.exercise().name() + ".java"));
    return SitePage.of(ref.id(), head, main);
  }

  /// A worked answer, and what can be said of others.
  static String solution(Book.ExerciseRef ref, ExerciseService.Solution solution) {
    return SitePage.of(
        ref.id() + ": other right answers",
        """
        <p class="where"><a href="/lessons/%s">%s %s</a>, exercise <a href="/exercises/%s">%s</a></p>
        <h1>%s: a worked answer</h1>
        <pre tabindex="0"><code>%s</code></pre>
        %s
        """
            .formatted(
                ref.lesson().name(),
                ref.lesson().number(),
                ref.lesson().name(),
                HtmlText.of(ref.name()),
                HtmlText.of(ref.id()),
                HtmlText.of(solution.name()),
                HtmlText.of(solution.code()),
                solution.comparison().isEmpty()
                    ? ""
                    : "<h2>Compare</h2>" + BookLinks.html(solution.comparison())));
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
      if (scored.failures().isEmpty() && submission.isComparable()) {
        html.append(
            "<p><a href=\"/exercises/%s/solution\">Compare it with other right answers</a></p>"
                .formatted(HtmlText.of(submission.name())));
      }
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
