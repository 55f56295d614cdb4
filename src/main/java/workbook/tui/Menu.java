package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import workbook.Lesson;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.ReadLesson;
import workbook.usecase.ReadProgress;
import workbook.view.Markdown;

/// The way through the book: its lessons, and in each lesson the text, the experiments, the
/// scenarios and the exercises.
public final class Menu {
  private final Book book;
  private final ProgressLog log;
  private final ReadProgress progress;
  private final Ui ui;
  private final Glyphs glyphs;
  private final Consumer<Book.ExerciseRef> exercises;

  /// @param exercises shows an exercise
  public Menu(
      Book book, ProgressLog log, Ui ui, Glyphs glyphs, Consumer<Book.ExerciseRef> exercises) {
    this.book = book;
    this.log = log;
    this.progress = new ReadProgress(book, log);
    this.ui = ui;
    this.glyphs = glyphs;
    this.exercises = exercises;
  }

  /// Goes on until the person leaves.
  public void open() {
    if (book.lessons().isEmpty()) {
      ui.tell("This book has no lessons yet.");
      return;
    }
    var chosen = ui.choose(lessons());
    while (chosen.isPresent()) {
      enter(book.lessons().get(chosen.getAsInt()));
      chosen = ui.choose(lessons());
    }
  }

  private Ui.Choices lessons() {
    var overview = progress.overview();
    var entries = new ArrayList<Ui.MenuItem>();
    for (var each : overview.lessons()) {
      var lesson = each.lesson();
      var mark = "%d/%d".formatted(each.tasks().done(), each.tasks().of());
      entries.add(new Ui.MenuItem(lesson.number(), lesson.name(), mark, lesson.question()));
    }
    var aside =
        "%d of %d experiments, %d of %d exercises done"
            .formatted(
                overview.experiments().done(),
                overview.experiments().of(),
                overview.exercises().done(),
                overview.exercises().of());
    return new Ui.Choices("Concurrency workbook", aside, "", entries, firstUndone(overview));
  }

  private static int firstUndone(ReadProgress.Overview overview) {
    var lessons = overview.lessons();
    return IntStream.range(0, lessons.size())
        .filter(place -> !lessons.get(place).tasks().all())
        .findFirst()
        .orElse(0);
  }

  /// Shows a lesson, its text first when it was not read yet.
  private void enter(Lesson lesson) {
    var experiments = Book.experiments(lesson);
    var scenarios = Book.scenarios(lesson);
    var exerciseRefs = Book.exercises(lesson);
    var done = progress.progress();
    var goesOn = done.read(lesson.name()) || read(lesson);
    var next = firstUndone(experiments, done);
    while (goesOn) {
      var chosen = ui.choose(contents(lesson, next)).orElse(-1);
      if (chosen == 0) {
        read(lesson);
      } else if (chosen > experiments.size() + scenarios.size()) {
        next = chosen;
        exercises.accept(exerciseRefs.get(chosen - experiments.size() - scenarios.size() - 1));
      } else if (chosen > experiments.size()) {
        next = chosen;
        new ScenarioScreen(scenarios.get(chosen - experiments.size() - 1), log, ui).show();
      } else if (chosen > 0) {
        next = showFrom(experiments, chosen - 1) + 1;
      }
      goesOn = chosen >= 0;
    }
  }

  private boolean read(Lesson lesson) {
    var text = new ReadLesson(log).read(lesson);
    return ui.read(title(lesson), page -> Markdown.terminal(text, page));
  }

  private int firstUndone(List<Book.ExperimentRef> experiments, Progress done) {
    for (var i = 0; i < experiments.size(); i++) {
      if (!done.ran(experiments.get(i).name())) {
        return i + 1;
      }
    }
    return 0;
  }

  private Ui.Choices contents(Lesson lesson, int start) {
    var done = progress.progress();
    var entries = new ArrayList<Ui.MenuItem>();
    entries.add(entry(0, "text", done.read(lesson.name()), "read the lesson"));
    for (var ref : Book.experiments(lesson)) {
      entries.add(entry(entries.size(), ref.id(), done.ran(ref.name()), ref.step().title()));
    }
    for (var ref : Book.scenarios(lesson)) {
      var detail = "scenario: " + ref.scenario().says();
      entries.add(entry(entries.size(), ref.id(), done.met(ref.name()), detail));
    }
    for (var exercise : Book.exercises(lesson)) {
      var detail = "exercise: " + exercise.exercise().asks();
      var passed = done.exercise(exercise.name()).passed();
      entries.add(entry(entries.size(), exercise.id(), passed, detail));
    }
    return new Ui.Choices(title(lesson), "", lesson.question(), entries, start);
  }

  private Ui.MenuItem entry(int number, String label, boolean done, String detail) {
    return new Ui.MenuItem(Integer.toString(number), label, done ? glyphs.done() : " ", detail);
  }

  private static String title(Lesson lesson) {
    return lesson.number() + " " + lesson.name();
  }

  /// Shows an experiment, and the ones after it as long as the person goes on.
  ///
  /// @return the place of the last one shown
  private int showFrom(List<Book.ExperimentRef> experiments, int first) {
    var at = first;
    while (true) {
      var following = at + 1 < experiments.size() ? experiments.get(at + 1).step().title() : "";
      if (!new ExperimentScreen(experiments.get(at), following, log, ui).show()) {
        return at;
      }
      at++;
    }
  }
}
