package workbook.usecase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.page.Assessment;
import workbook.progress.Prediction;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Asks the questions that a person missed once more: a day later, then three days after a right
/// answer, then seven. A wrong answer begins again at one day.
public final class ReviewQuestions {
  private static final List<Integer> DAYS = List.of(1, 3, 7);

  private final Book book;
  private final ProgressLog log;
  private final ZoneId zone;

  public ReviewQuestions(Book book, ProgressLog log) {
    this(book, log, ZoneId.systemDefault());
  }

  /// @param zone whose midnights part the days
  ReviewQuestions(Book book, ProgressLog log, ZoneId zone) {
    this.book = book;
    this.log = log;
    this.zone = zone;
  }

  /// A question to ask again.
  ///
  /// @param answer what the run answered
  /// @param due the day from which it is asked
  public record Missed(Book.StepRef ref, String answer, LocalDate due) {}

  /// The questions to ask, today or later, in the order of the book.
  public List<Missed> all() {
    var questions = new ArrayList<Missed>();
    var events = log.events();
    for (var lesson : book.lessons()) {
      for (var ref : Book.steps(lesson)) {
        next(ref, events).ifPresent(questions::add);
      }
    }
    return questions;
  }

  /// The questions to ask on a day, in the order of the book.
  public List<Missed> due(LocalDate day) {
    return all().stream().filter(question -> !question.due().isAfter(day)).toList();
  }

  /// Judges an answer and remembers it.
  public Assessment answer(Missed question, String guess) {
    var assessment = question.ref().step().assess(guess, question.answer());
    Predictions.score(assessment)
        .ifPresent(
            score ->
                log.addReview(question.ref().name(), new Prediction(score, question.answer())));
    return assessment;
  }

  private Optional<Missed> next(Book.StepRef ref, List<ProgressEvent> events) {
    var reviewed = DAYS.size(); // in how many reviews in a row it was right; all of them at first
    Optional<Missed> next = Optional.empty();
    for (var event : events) {
      if (event.prediction().isEmpty() || !event.name().equals(ref.name())) {
        continue;
      }
      var prediction = event.prediction().get();
      if (!prediction.good()) {
        reviewed = 0;
      } else if (event.kind() == ProgressEvent.Kind.REVIEWED && reviewed < DAYS.size()) {
        reviewed++;
      }
      var day = event.at().atZone(zone).toLocalDate();
      next =
          reviewed == DAYS.size()
              ? Optional.empty()
              : Optional.of(new Missed(ref, prediction.answer(), day.plusDays(DAYS.get(reviewed))));
    }
    return next;
  }
}
