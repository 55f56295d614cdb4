package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import workbook.Lesson;
import workbook.progress.Prediction;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.LessonPages;
import workbook.usecase.ReadLesson;
import workbook.usecase.ReadProgress;
import workbook.view.Markdown;

/// A lesson: its steps in order, its exercises, and at its end what was learnt and what is next.
final class LessonScreen {
  private static final String EXERCISE = "Exercise: ";

  private final Lesson lesson;
  private final Optional<Lesson> next;
  private final List<Book.StepRef> steps;
  private final List<Book.ExerciseRef> exercises;
  private final Predicate<Book.ExerciseRef> visit;
  private final ReadProgress progress;
  private final ProgressLog log;
  private final Ui ui;
  private final Glyphs glyphs;

  /// @param next the lesson after this one
  /// @param visit shows an exercise, and tells whether the person wants to go on to the next
  LessonScreen(
      Lesson lesson,
      Optional<Lesson> next,
      Predicate<Book.ExerciseRef> visit,
      ReadProgress progress,
      ProgressLog log,
      Ui ui,
      Glyphs glyphs) {
    this.lesson = lesson;
    this.next = next;
    this.steps = Book.steps(lesson);
    this.exercises = Book.exercises(lesson);
    this.visit = visit;
    this.progress = progress;
    this.log = log;
    this.ui = ui;
    this.glyphs = glyphs;
  }

  /// Goes on until the person leaves the lesson.
  ///
  /// @return whether they want to go on to the next lesson
  boolean show() {
    if (!progress.progress().read(lesson.name()) && !introduced()) {
      return false;
    }
    var start = firstUndone(progress.progress());
    while (true) {
      var chosen = ui.choose(contents(start)).orElse(-1);
      if (chosen < 0) {
        return false;
      }
      if (chosen == 0) {
        readPage();
        continue;
      }
      var left = goFrom(chosen - 1);
      if (left == all() && wantsNextLesson()) {
        return true;
      }
      start = left == all() ? firstUndone(progress.progress()) : left + 1;
    }
  }

  /// Goes through the steps, the summary and the exercises, as long as the person goes on.
  ///
  /// @param first the step or exercise to begin with, from 0
  /// @return the one they left; how many there are when they have passed the last
  private int goFrom(int first) {
    for (var at = first; at < all(); at++) {
      if (!(at < steps.size() ? showStep(at) : visit.test(exercises.get(at - steps.size())))) {
        return at;
      }
      if (at == steps.size() - 1 && !summed()) {
        return at;
      }
    }
    return all();
  }

  private int all() {
    return steps.size() + exercises.size();
  }

  private boolean showStep(int at) {
    var last = at + 1 == steps.size();
    var following = last ? "what you can do now" : steps.get(at + 1).step().title();
    return new StepScreen(steps.get(at), following, log, ui).show();
  }

  /// Shows what the lesson is about, once.
  private boolean introduced() {
    new ReadLesson(log).read(lesson);
    var page = LessonPages.of(lesson);
    var text = "# " + page.title() + "\n\n" + page.introduction();
    return ui.read(title(), onPage -> Markdown.terminal(text, onPage));
  }

  private void readPage() {
    var text = new ReadLesson(log).read(lesson);
    ui.read(title(), page -> Markdown.terminal(text, page));
  }

  private int firstUndone(Progress done) {
    for (var i = 0; i < steps.size(); i++) {
      if (!ReadProgress.done(steps.get(i), done)) {
        return i + 1;
      }
    }
    for (var i = 0; i < exercises.size(); i++) {
      if (!done.exercise(exercises.get(i).name()).passed()) {
        return steps.size() + i + 1;
      }
    }
    return 0;
  }

  /// Shows what was learnt.
  private boolean summed() {
    var text = LessonSummary.of(lesson, next, ReadProgress.of(lesson, progress.progress()));
    return ui.read(title(), page -> Markdown.terminal(text, page));
  }

  private boolean wantsNextLesson() {
    if (next.isEmpty()) {
      return false;
    }
    var following = next.get();
    var detail = following.number() + " " + following.name() + ": " + following.question();
    var entries =
        List.of(
            new Ui.MenuItem("1", "next lesson", "", detail),
            new Ui.MenuItem("2", "back", "", "to this lesson"));
    return ui.choose(new Ui.Choices(title(), "", "", entries, 0)).orElse(1) == 0;
  }

  private Ui.Choices contents(int start) {
    var done = progress.progress();
    var overview = ReadProgress.of(lesson, done);
    var entries = new ArrayList<Ui.MenuItem>();
    entries.add(new Ui.MenuItem("0", "page", "", "the whole page, without its answers"));
    for (var ref : steps) {
      var key = Integer.toString(entries.size());
      entries.add(new Ui.MenuItem(key, ref.step().title(), mark(ref, done), ""));
    }
    for (var exercise : exercises) {
      var key = Integer.toString(entries.size());
      var mark = done.exercise(exercise.name()).passed() ? glyphs.done() : " ";
      var asks = exercise.exercise().asks();
      entries.add(new Ui.MenuItem(key, EXERCISE + exercise.id(), mark, asks));
    }
    var predictions = overview.predictions();
    var score =
        predictions.of() == 0
            ? ""
            : ", %d of %d predictions right".formatted(predictions.done(), predictions.of());
    var aside = "%d of %d steps done".formatted(overview.steps().done(), overview.steps().of());
    return new Ui.Choices(title(), aside + score, lesson.question(), entries, start);
  }

  private String mark(Book.StepRef ref, Progress done) {
    if (!ReadProgress.done(ref, done)) {
      return " ";
    }
    var missed = done.prediction(ref.name()).filter(prediction -> !prediction.good());
    return missed.map(Prediction::score).isPresent() ? glyphs.missed() : glyphs.done();
  }

  private String title() {
    return lesson.number() + " " + lesson.name();
  }

  /// What an entry of this screen is called by somebody who types it: an exercise by its id.
  static String called(String label) {
    return label.startsWith(EXERCISE) ? label.substring(EXERCISE.length()) : label;
  }
}
