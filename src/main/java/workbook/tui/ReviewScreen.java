package workbook.tui;

import java.time.LocalDate;
import java.util.Optional;
import workbook.page.Assessment;
import workbook.usecase.ReviewQuestions;
import workbook.view.AnswerText;
import workbook.view.AssessmentText;
import workbook.view.Markdown;
import workbook.view.Page;

/// The screens of a review: the questions that were missed, asked once more.
public final class ReviewScreen {
  private final ReviewQuestions review;
  private final Ui ui;

  public ReviewScreen(ReviewQuestions review, Ui ui) {
    this.review = review;
    this.ui = ui;
  }

  /// Asks what is due today. Goes on until all is answered or the person leaves.
  public void show() {
    var today = LocalDate.now();
    var due = review.due(today);
    if (due.isEmpty()) {
      ui.tell(nothingDue());
      return;
    }
    for (var question : due) {
      var place = "%d of %d".formatted(due.indexOf(question) + 1, due.size());
      if (!ask(question, place)) {
        return;
      }
    }
    ui.tell("That's all for today. " + nextDay().orElse("Nothing is left to review."));
  }

  private boolean ask(ReviewQuestions.Missed question, String place) {
    var title = "Review, " + place + ": " + question.ref().step().title();
    var text = new StepText(title, question.ref().step(), ui);
    if (!text.program()) {
      return false;
    }
    var reply = PredictionPrompt.ask(ui, text.title(), question.ref().step().question());
    if (reply.isEmpty()) {
      return false;
    }
    var guess = reply.get().guess();
    var judged = guess.map(said -> review.answer(question, said));
    return ui.read(text.title(), page -> report(question, judged, page));
  }

  private static String report(
      ReviewQuestions.Missed question, Optional<Assessment> judged, Page page) {
    var step = question.ref().step();
    var reveal = "## What we saw, and why\n\n" + step.reveal();
    return judged.map(assessment -> AssessmentText.of(assessment, "", page)).orElse("")
        + "When you ran it, the answer was: "
        + AnswerText.shown(step.question(), question.answer())
        + "\n\n"
        + Markdown.terminal(reveal, page);
  }

  /// What to say when no question is due today.
  private String nothingDue() {
    return "Nothing to review today. "
        + nextDay().orElse("A question you get wrong comes back here a day later.");
  }

  private Optional<String> nextDay() {
    return review.all().stream()
        .map(ReviewQuestions.Missed::due)
        .min(LocalDate::compareTo)
        .map(day -> "The next question comes on " + day + ".");
  }
}
