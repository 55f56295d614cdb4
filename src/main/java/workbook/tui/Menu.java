package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.Lesson;
import workbook.progress.Progress;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.LessonText;
import workbook.view.Markdown;

/// The way through the book: its lessons, and in each lesson the text, the experiments, the
/// scenarios and the exercises.
public final class Menu {
  private final Book book;
  private final ProgressLog diary;
  private final Ui dialogue;
  private final Glyphs signs;
  private final Consumer<Book.ExerciseRef> exercises;

  /// @param exercises visits an exercise
  public Menu(
      Book book,
      ProgressLog diary,
      Ui dialogue,
      Glyphs signs,
      Consumer<Book.ExerciseRef> exercises) {
    this.book = book;
    this.diary = diary;
    this.dialogue = dialogue;
    this.signs = signs;
    this.exercises = exercises;
  }

  /// Goes on until the person leaves.
  public void open() {
    if (book.lessons().isEmpty()) {
      dialogue.tell("This book has no lessons yet.");
      return;
    }
    var chosen = dialogue.choose(lessons());
    while (chosen.isPresent()) {
      enter(book.lessons().get(chosen.getAsInt()));
      chosen = dialogue.choose(lessons());
    }
  }

  private Ui.Choices lessons() {
    var done = Progress.of(diary.deeds());
    var entries = new ArrayList<Ui.MenuItem>();
    for (var lesson : book.lessons()) {
      var places = Book.places(lesson);
      var tasks = Book.tasks(lesson);
      var mark =
          "%d/%d"
              .formatted(
                  done.count(places) + done.countPassed(tasks), places.size() + tasks.size());
      entries.add(new Ui.MenuItem(lesson.number(), lesson.name(), mark, lesson.question()));
    }
    var all = book.places();
    var tasks = book.tasks();
    var aside =
        "%d of %d experiments, %d of %d exercises done"
            .formatted(done.count(all), all.size(), done.countPassed(tasks), tasks.size());
    return new Ui.Choices("Concurrency workbook", aside, "", entries, firstUndone(done));
  }

  private int firstUndone(Progress done) {
    for (var place = 0; place < book.lessons().size(); place++) {
      var experiments = Book.places(book.lessons().get(place));
      var tasks = Book.tasks(book.lessons().get(place));
      if (done.count(experiments) < experiments.size() || done.countPassed(tasks) < tasks.size()) {
        return place;
      }
    }
    return 0;
  }

  /// Shows a lesson, its text first when it was not read yet.
  private void enter(Lesson lesson) {
    var experiments = Book.places(lesson);
    var scenes = Book.scenes(lesson);
    var tasks = Book.tasks(lesson);
    var done = Progress.of(diary.deeds());
    var goesOn = done.read(lesson) || read(lesson);
    var next = firstUndone(experiments, done);
    while (goesOn) {
      var chosen = dialogue.choose(contents(lesson, next)).orElse(-1);
      if (chosen == 0) {
        read(lesson);
      } else if (chosen > experiments.size() + scenes.size()) {
        next = chosen;
        exercises.accept(tasks.get(chosen - experiments.size() - scenes.size() - 1));
      } else if (chosen > experiments.size()) {
        next = chosen;
        new ScenarioScreen(scenes.get(chosen - experiments.size() - 1), diary, dialogue).make();
      } else if (chosen > 0) {
        next = visit(experiments, chosen - 1) + 1;
      }
      goesOn = chosen >= 0;
    }
  }

  private boolean read(Lesson lesson) {
    var text = LessonText.of(lesson);
    var goesOn = dialogue.read(title(lesson), page -> Markdown.terminal(text, page));
    diary.add(ProgressEvent.Kind.READ, lesson.name());
    return goesOn;
  }

  private int firstUndone(List<Book.ExperimentRef> experiments, Progress done) {
    for (var i = 0; i < experiments.size(); i++) {
      if (!done.ran(experiments.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private Ui.Choices contents(Lesson lesson, int start) {
    var done = Progress.of(diary.deeds());
    var entries = new ArrayList<Ui.MenuItem>();
    entries.add(entry(0, "text", done.read(lesson), "read the lesson"));
    for (var place : Book.places(lesson)) {
      var experiment = place.experiment();
      entries.add(entry(entries.size(), experiment.id(), done.ran(place), experiment.title()));
    }
    for (var scene : Book.scenes(lesson)) {
      var detail = "scenario: " + scene.scenario().says();
      entries.add(entry(entries.size(), scene.id(), done.met(scene), detail));
    }
    for (var task : Book.tasks(lesson)) {
      var detail = "exercise: " + task.exercise().asks();
      entries.add(entry(entries.size(), task.id(), done.standing(task).passed(), detail));
    }
    return new Ui.Choices(title(lesson), "", lesson.question(), entries, start);
  }

  private Ui.MenuItem entry(int number, String label, boolean done, String detail) {
    return new Ui.MenuItem(Integer.toString(number), label, done ? signs.done() : " ", detail);
  }

  private static String title(Lesson lesson) {
    return lesson.number() + " " + lesson.name();
  }

  /// Visits an experiment, and the ones after it as long as the person goes on.
  ///
  /// @return the place of the last one visited
  private int visit(List<Book.ExperimentRef> experiments, int first) {
    var at = first;
    while (true) {
      var following =
          at + 1 < experiments.size() ? experiments.get(at + 1).experiment().title() : "";
      if (!new ExperimentScreen(experiments.get(at), following, diary, dialogue).make()) {
        return at;
      }
      at++;
    }
  }
}
