package workbook.usecase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import workbook.Exercise;
import workbook.Lesson;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;

/// What a person has done of the book, lesson by lesson and in all.
public final class ReadProgress {
  private final Book book;
  private final ProgressLog log;

  public ReadProgress(Book book, ProgressLog log) {
    this.book = book;
    this.log = log;
  }

  /// So many of so many.
  public record Share(int done, int of) {
    private Share plus(Share other) {
      return new Share(done + other.done, of + other.of);
    }

    public boolean all() {
      return done == of;
    }
  }

  /// How far a person has come with a lesson.
  ///
  /// @param read whether its text was read
  /// @param points those of its exercises
  public record LessonProgress(
      Lesson lesson,
      boolean read,
      Share experiments,
      Share scenarios,
      Share exercises,
      Share points) {
    /// Experiments and exercises together.
    public Share tasks() {
      return experiments.plus(exercises);
    }
  }

  /// How far a person has come with the book.
  ///
  /// @param progress what was done, by name
  /// @param lessons in the order of the book
  public record Overview(Progress progress, List<LessonProgress> lessons) {
    public Share experiments() {
      return lessons.stream().map(LessonProgress::experiments).reduce(new Share(0, 0), Share::plus);
    }

    public Share exercises() {
      return lessons.stream().map(LessonProgress::exercises).reduce(new Share(0, 0), Share::plus);
    }

    public Share points() {
      return lessons.stream().map(LessonProgress::points).reduce(new Share(0, 0), Share::plus);
    }
  }

  /// Reads the log once.
  public Overview overview() {
    var progress = progress();
    return new Overview(
        progress, book.lessons().stream().map(lesson -> of(lesson, progress)).toList());
  }

  /// What was done, by name.
  public Progress progress() {
    return Progress.of(log.events());
  }

  /// How many days in a row, up to today or yesterday, something was done here.
  public int streak() {
    return ProgressLog.streak(log.events(), LocalDate.now(), ZoneId.systemDefault());
  }

  private static LessonProgress of(Lesson lesson, Progress progress) {
    var exercises = names(Book.exercises(lesson));
    var solved = exercises.stream().filter(name -> progress.exercise(name).passed()).count();
    var points =
        exercises.stream().mapToInt(name -> progress.exercise(name).points().reached()).sum();
    return new LessonProgress(
        lesson,
        progress.read(lesson.name()),
        share(names(Book.experiments(lesson)).stream().map(progress::ran).toList()),
        share(names(Book.scenarios(lesson)).stream().map(progress::met).toList()),
        new Share((int) solved, exercises.size()),
        new Share(points, exercises.size() * Exercise.POINTS));
  }

  private static List<String> names(List<? extends Book.Item> items) {
    return items.stream().map(Book.Item::name).toList();
  }

  private static Share share(List<Boolean> done) {
    return new Share((int) done.stream().filter(each -> each).count(), done.size());
  }
}
