package workbook.usecase;

import java.io.IOException;
import java.nio.file.Path;
import workbook.grade.Grader;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.progress.Points;
import workbook.progress.ProgressLog;

/// Grades submissions. The points of the learner's own file count for their progress.
///
/// Not for several threads at once.
public final class CheckExercise implements AutoCloseable {
  private final Grader grader;
  private final ProgressLog log;

  private CheckExercise(Grader grader, ProgressLog log) {
    this.grader = grader;
    this.log = log;
  }

  /// For one check.
  ///
  /// @param home the folder that holds `lessons/`
  public static CheckExercise once(Path home, Grader.Factory graders, ProgressLog log) {
    return new CheckExercise(graders.open(home, false), log);
  }

  /// For many checks, soon one after the other.
  ///
  /// @param home the folder that holds `lessons/`
  public static CheckExercise often(Path home, Grader.Factory graders, ProgressLog log) {
    return new CheckExercise(graders.open(home, true), log);
  }

  /// Runs the graded tests on a file. Blocks as [Grader#check] does.
  ///
  /// @throws IOException with one plain sentence when the workbook itself cannot grade
  public GradingResult check(Submission submission) throws IOException, InterruptedException {
    var result = grader.check(submission.exercise(), submission.file());
    if (submission.own() && result instanceof GradingResult.Scored scored && scored.judged()) {
      log.addCheck(submission.name(), new Points(scored.points(), scored.of()));
    }
    return result;
  }

  /// Runs one test under one schedule, which counts for nothing.
  ///
  /// @throws IOException with one plain sentence when the workbook itself cannot grade
  /// @throws IllegalArgumentException with one plain sentence when there is no such test, or the
  ///   schedule is none
  public GradingResult replay(Submission submission, String test, String schedule)
      throws IOException, InterruptedException {
    return grader.replay(submission.exercise(), submission.file(), test, schedule);
  }

  @Override
  public void close() {
    grader.close();
  }
}
