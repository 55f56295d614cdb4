package workbook.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.Question;
import workbook.Result;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.SearchWatch;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.io.Invocation;
import workbook.page.LessonStep;
import workbook.usecase.Book;
import workbook.usecase.ExploreScenario;
import workbook.view.HtmlText;
import workbook.view.Page;
import workbook.view.VerdictReport;

/// A step in the site of plain files: the question, and folded away what was recorded.
final class StaticStepHtml {
  private static final Page TEXT = new Page(100, false, true);

  /// No machine is so slow that another verdict would come out.
  private static final Budget BUDGET = Budget.DEFAULT.withPatience(Duration.ofHours(1));

  private StaticStepHtml() {}

  /// The page.
  ///
  /// @param number from 0
  /// @param run of an experiment, recorded earlier; empty when there is none
  static String page(List<Book.StepRef> steps, int number, Optional<Result> run) {
    var ref = steps.get(number);
    var step = ref.step();
    var lesson = ref.lesson();
    var address = BookHtml.address(lesson, number);
    var answer = run.map(one -> one.observations().answer());
    var shown =
        run.map(one -> ResultHtml.recorded(ref, one, address)).orElseGet(() -> notRecorded(ref));
    if (step.kind() == LessonStep.Kind.SCENARIO) {
      var type = ref.scenarios().getFirst().scenario().type();
      var verdict = Explorer.explore(Subject.of(type), BUDGET, new SearchWatch());
      answer = Optional.of(ExploreScenario.answer(verdict));
      shown = explored(ref, verdict);
    }
    return StaticPage.of(
        address,
        step.title().replace("`", ""),
        """
        <p class="where"><a href="/lessons/%s">%s %s</a>, step %d of %d</p>
        <h1>%s</h1>
        <div class="sides">
        <section aria-label="Program">%s</section>
        <section aria-label="Question">
        %s
        </section>
        </div>
        <details id="result"><summary>What happens, and why</summary>
        %s
        %s
        %s
        </details>
        <nav class="steps" aria-label="Steps">%s %s</nav>
        """
            .formatted(
                lesson.name(),
                lesson.number(),
                lesson.name(),
                number + 1,
                steps.size(),
                BookLinks.words(step.title()),
                BookLinks.html(step.text()),
                question(step),
                judged(step, answer),
                shown,
                ResultHtml.reveal(step),
                number > 0 ? link("Before", BookHtml.address(lesson, number - 1)) : "",
                number + 1 < steps.size()
                    ? link(
                        "Next: " + BookLinks.words(steps.get(number + 1).step().title()),
                        BookHtml.address(lesson, number + 1))
                    : link("To the lesson", "/lessons/" + lesson.name())));
  }

  /// In place of the charts.
  private static String notRecorded(Book.StepRef ref) {
    return "<p>No run of it was recorded for this site. To see one with its charts, run it with the"
        + " book on your own machine: <code>%s</code>.</p>"
            .formatted(HtmlText.of(Invocation.of(ref.command())));
  }

  private static String link(String html, String address) {
    return "<a href=\"%s\">%s</a>".formatted(address, html);
  }

  private static String question(LessonStep step) {
    var asks = BookLinks.line(step.question().text());
    if (!(step.question() instanceof Question.Choice)) {
      return "<p><strong>%s</strong></p>".formatted(asks);
    }
    return """
    <form id="guess">
    <fieldset><legend>%s</legend>%s</fieldset>
    <p><button>Show what happens</button></p>
    </form>
    """
        .formatted(asks, BookHtml.answers(step.question()));
  }

  /// What each guess is worth; the page shows the one that was made.
  private static String judged(LessonStep step, Optional<String> answer) {
    if (!(step.question() instanceof Question.Choice choice)) {
      return "";
    }
    return choice.options().stream()
        .map(
            guess ->
                "<div class=\"judged\" data-guess=\"%s\" hidden>%s</div>"
                    .formatted(HtmlText.of(guess), judged(step, guess, answer)))
        .collect(Collectors.joining("\n"));
  }

  private static String judged(LessonStep step, String guess, Optional<String> answer) {
    return answer
        .map(
            seen -> ResultHtml.judged(step.assess(guess, seen), guess, "The answer: " + seen + "."))
        .orElseGet(
            () ->
                "<div class=\"open\"><p>You said: %s.</p>%s</div>"
                    .formatted(
                        HtmlText.of(guess),
                        BookLinks.html(step.comments().getOrDefault(guess, ""))));
  }

  private static String explored(Book.StepRef ref, Verdict verdict) {
    var scenario = ref.scenarios().getFirst();
    var report = VerdictReport.of(scenario.name(), scenario.scenario().says(), verdict, TEXT);
    var text =
        "<details%s><summary>The verdict as text</summary><pre tabindex=\"0\">%s</pre></details>"
            .formatted(verdict instanceof Verdict.Fails ? "" : " open", HtmlText.of(report));
    return "<h2>What every schedule shows</h2>"
        + (verdict instanceof Verdict.Fails fails
            ? ResultHtml.trace(fails.says(), fails.trace())
            : "")
        + text;
  }
}
