package workbook.tui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import workbook.Lesson;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.ReadProgress;
import workbook.usecase.ReviewQuestions;

/// The way through the book: its lessons, and into each of them.
public final class Menu {
  private final Book book;
  private final ProgressLog log;
  private final ReadProgress progress;
  private final Ui ui;
  private final Glyphs glyphs;
  private final Predicate<Book.ExerciseRef> visit;

  /// @param visit shows an exercise, and tells whether the person wants to go on to the next
  public Menu(Book book, ProgressLog log, Ui ui, Glyphs glyphs, Predicate<Book.ExerciseRef> visit) {
    this.book = book;
    this.log = log;
    this.progress = new ReadProgress(book, log);
    this.ui = ui;
    this.glyphs = glyphs;
    this.visit = visit;
  }

  /// Goes on until the person leaves.
  public void open() {
    if (book.lessons().isEmpty()) {
      ui.tell("This book has no lessons yet.");
      return;
    }
    var chosen = ui.choose(contents(0));
    while (chosen.isPresent()) {
      var at = chosen.getAsInt();
      var last = at;
      if (at == book.lessons().size()) {
        new ReviewScreen(new ReviewQuestions(book, log), ui).show();
      }
      while (at < book.lessons().size() && enter(at)) {
        at++;
        last = at;
      }
      chosen = ui.choose(contents(last));
    }
  }

  /// Shows a lesson.
  ///
  /// @return whether the person goes on to the one after it
  private boolean enter(int at) {
    var lessons = book.lessons();
    Optional<Lesson> next = lessons.stream().skip(at + 1L).findFirst();
    return new LessonScreen(lessons.get(at), next, visit, progress, log, ui, glyphs).show();
  }

  /// @param from the lesson to offer, if it or one after it has something left to do
  private Ui.Choices contents(int from) {
    var overview = progress.overview();
    var entries = new ArrayList<Ui.MenuItem>();
    for (var each : overview.lessons()) {
      var lesson = each.lesson();
      var mark = "%d/%d".formatted(each.tasks().done(), each.tasks().of());
      entries.add(new Ui.MenuItem(lesson.number(), lesson.name(), mark, lesson.question()));
    }
    var due = new ReviewQuestions(book, log).due(LocalDate.now()).size();
    if (due > 0) {
      var detail = due == 1 ? "a question that you missed" : "questions that you missed";
      entries.add(new Ui.MenuItem("", "review", Integer.toString(due), detail));
    }
    var aside =
        "%d of %d steps, %d of %d exercises done"
            .formatted(
                overview.steps().done(),
                overview.steps().of(),
                overview.exercises().done(),
                overview.exercises().of());
    return new Ui.Choices("Concurrency workbook", aside, "", entries, firstUndone(overview, from));
  }

  private static int firstUndone(ReadProgress.Overview overview, int from) {
    var lessons = overview.lessons();
    return IntStream.concat(
            IntStream.range(from, lessons.size()),
            IntStream.range(0, Math.min(from, lessons.size())))
        .filter(place -> !lessons.get(place).tasks().all())
        .findFirst()
        .orElse(0);
  }
}
