package workbook.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.PredictionParser;
import workbook.usecase.ReviewQuestions;
import workbook.usecase.ReviewQuestions.Missed;
import workbook.view.AnswerText;
import workbook.view.HtmlText;

/// The questions that were missed, asked once more on a page. Thread-safe.
final class Review {
  private final ReviewQuestions questions;

  Review(Book book, ProgressLog log) {
    questions = new ReviewQuestions(book, log);
  }

  /// How many questions are due today.
  int due() {
    return questions.due(LocalDate.now()).size();
  }

  /// The first question that is due, or when the next one is.
  Response page() {
    var due = questions.due(LocalDate.now());
    return Response.html(due.isEmpty() ? nothing() : question(due));
  }

  private String nothing() {
    var next =
        questions.all().stream()
            .map(Missed::due)
            .min(LocalDate::compareTo)
            .map(day -> "The next question comes on " + day + ".")
            .orElse("A question you get wrong comes back here a day later.");
    return SitePage.of("Review", "<h1>Review</h1><p>Nothing to review today. " + next + "</p>");
  }

  private static String question(List<Missed> due) {
    var ref = due.getFirst().ref();
    return SitePage.of(
        "Review: " + ref.step().title(),
        "<script type=\"module\" src=\"/review.js\"></script>",
        """
        <p class="where">Review, 1 of %d</p>
        <h1>%s</h1>
        <div class="sides">
        <section aria-label="Program">%s</section>
        <section aria-label="Question">
        <form id="review" data-question="%s">
        <fieldset><legend>%s</legend>%s</fieldset>
        <p><button>Answer</button></p>
        <p id="reach" role="status"></p>
        </form>
        </section>
        </div>
        <section id="result" tabindex="-1" aria-live="polite" aria-label="Answer"></section>
        """
            .formatted(
                due.size(),
                BookLinks.words(ref.step().title()),
                BookLinks.html(ref.step().text()),
                HtmlText.of(ref.name()),
                BookLinks.line(ref.step().question().text()),
                BookHtml.answers(ref.step().question())));
  }

  /// Judges an answer, which counts, and shows why it is so.
  ///
  /// @param form the question, and the guess; empty to see the answer, which counts for nothing
  synchronized Response answer(Map<String, String> form) {
    var asked =
        questions.due(LocalDate.now()).stream()
            .filter(one -> one.ref().name().equals(form.get("question")))
            .findFirst();
    if (asked.isEmpty()) {
      return Response.says(409, "This question has been answered meanwhile. Load the page again.");
    }
    var step = asked.get().ref().step();
    var typed = form.getOrDefault("guess", "").strip();
    try {
      var guess =
          typed.isEmpty()
              ? Optional.<String>empty()
              : Optional.of(PredictionParser.parse(step.question(), typed));
      return Response.html(answered(asked.get(), guess));
    } catch (IllegalArgumentException refused) {
      return Response.says(400, refused.getMessage());
    }
  }

  private String answered(Missed question, Optional<String> guess) {
    var step = question.ref().step();
    var seen =
        "When you ran it, the answer was: " + AnswerText.shown(step.question(), question.answer());
    var judged =
        guess.map(said -> ResultHtml.judged(questions.answer(question, said), said, seen + "."));
    return judged.orElseGet(() -> "<p>" + HtmlText.of(seen) + ".</p>")
        + "<h2>What we saw, and why</h2>"
        + BookLinks.html(step.reveal())
        + (guess.isPresent() ? "<p><a href=\"/review\">Go on</a></p>" : "");
  }
}
