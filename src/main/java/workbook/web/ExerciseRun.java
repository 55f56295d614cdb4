package workbook.web;

import java.io.IOException;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.usecase.CheckExercise;

/// A check of a learner's file.
final class ExerciseRun extends PageRun {
  private final Submission submission;
  private final CheckExercise grader;
  private volatile Thread checking;
  private volatile boolean cancelled;

  /// @param grader used by one run at a time
  ExerciseRun(Submission submission, CheckExercise grader) {
    this.submission = submission;
    this.grader = grader;
  }

  @Override
  String show(String address, ProgressLog log) {
    checking = Thread.currentThread();
    if (cancelled) {
      return stopped();
    }
    try {
      return ExerciseHtml.verdict(check(), submission);
    } catch (InterruptedException asked) {
      return stopped();
    } catch (IOException cannotGrade) {
      return ResultHtml.trouble(cannotGrade.getMessage());
    } finally {
      checking = null;
    }
  }

  private GradingResult check() throws IOException, InterruptedException {
    return grader.check(submission);
  }

  private static String stopped() {
    return ResultHtml.trouble("It was stopped.");
  }

  @Override
  void cancel() {
    cancelled = true;
    var now = checking;
    if (now != null) {
      now.interrupt();
    }
  }

  @Override
  String reach() {
    return "Checking " + submission.shown();
  }
}
