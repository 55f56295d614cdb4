package workbook.usecase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import workbook.Exercise;
import workbook.Lesson;
import workbook.progress.Prediction;
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
  /// @param steps those of its page
  /// @param predictions how many were right or close, of those that were made
  /// @param points those of its exercises
  public record LessonProgress(
      Lesson lesson,
      boolean read,
      Share steps,
      Share predictions,
      Share experiments,
      Share scenarios,
      Share exercises,
      Share points) {
    /// Steps and exercises together.
    public Share tasks() {
      return steps.plus(exercises);
    }
  }

  /// How far a person has come with the book.
  ///
  /// @param progress what was done, by name
  /// @param lessons in the order of the book
  public record Overview(Progress progress, List<LessonProgress> lessons) {
    public Share steps() {
      return sum(LessonProgress::steps);
    }

    public Share predictions() {
      return sum(LessonProgress::predictions);
    }

    public Share experiments() {
      return sum(LessonProgress::experiments);
    }

    public Share exercises() {
      return sum(LessonProgress::exercises);
    }

    public Share points() {
      return sum(LessonProgress::points);
    }

    private Share sum(Function<LessonProgress, Share> share) {
      return lessons.stream().map(share).reduce(new Share(0, 0), Share::plus);
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

  /// Whether a step was done: its experiment ran, or its scenario was explored or played.
  public static boolean done(Book.StepRef ref, Progress progress) {
    if (progress.prediction(ref.name()).isPresent() || progress.ran(ref.name())) {
      return true;
    }
    return ref.experiment()
        .map(run -> run.step().equals(ref.step()) && progress.ran(run.name()))
        .orElseGet(
            () -> ref.scenarios().stream().anyMatch(scenario -> progress.met(scenario.name())));
  }

  /// How far a person has come with one lesson.
  public static LessonProgress of(Lesson lesson, Progress progress) {
    var steps = Book.steps(lesson);
    var predictions =
        steps.stream().flatMap(step -> progress.prediction(step.name()).stream()).toList();
    var exercises = names(Book.exercises(lesson));
    var solved = exercises.stream().filter(name -> progress.exercise(name).passed()).count();
    var points =
        exercises.stream().mapToInt(name -> progress.exercise(name).points().reached()).sum();
    return new LessonProgress(
        lesson,
        progress.read(lesson.name()),
        share(steps.stream().map(step -> done(step, progress)).toList()),
        share(predictions.stream().map(Prediction::good).toList()),
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
