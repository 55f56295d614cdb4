package workbook.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import workbook.course.ClassWork;
import workbook.course.GradeBook;

/// How far the grading of a class is, line by line. The time left is told from how long the last
/// answers took, since those that were graded before take none.
///
/// Not thread-safe.
final class GradingProgress {
  /// So many answers tell how long the others will take.
  private static final int TELLING = 40;

  private final ClassWork work;
  private final LongSupplier nanoTime;
  private final Deque<Long> ends = new ArrayDeque<>();
  private int lines;
  private long answersLeft;

  /// @param nanoTime the time, as [System#nanoTime] gives it
  GradingProgress(ClassWork work, LongSupplier nanoTime) {
    this.work = work;
    this.nanoTime = nanoTime;
    answersLeft = work.tasks().stream().filter(task -> task.file().isPresent()).count();
    ends.add(nanoTime.getAsLong());
  }

  /// What there is to do.
  String first(int jobs) {
    var students = work.tasks().stream().map(ClassWork.Task::student).distinct().count();
    return "Grading %,d %s of %,d %s, %d at a time.%n"
        .formatted(
            answersLeft,
            answersLeft == 1 ? "answer" : "answers",
            students,
            students == 1 ? "student" : "students",
            jobs);
  }

  /// What came of one more task.
  String next(GradeBook.Line line) {
    if (line.task().file().isPresent()) {
      answersLeft--;
      ends.add(nanoTime.getAsLong());
      if (ends.size() > TELLING) {
        ends.removeFirst();
      }
    }
    var mark = line.mark();
    var points = mark.counts() ? "%d of %d".formatted(mark.points(), mark.of()) : "";
    return "%d/%d  %s  %s  %s  %s%s%n"
        .formatted(
            ++lines,
            work.tasks().size(),
            line.task().student().shown(),
            line.exercise(),
            mark.verdict(),
            points,
            left());
  }

  /// Minutes left; empty when they are less than one.
  private String left() {
    var answers = ends.size() - 1;
    var took = ends.getLast() - ends.getFirst();
    var left = answers == 0 ? Duration.ZERO : Duration.ofNanos(took / answers * answersLeft);
    if (left.toMinutes() == 0) {
      return "";
    }
    return left.toHours() == 0
        ? "  (%d min left)".formatted(left.toMinutes())
        : "  (%d h %d min left)".formatted(left.toHours(), left.toMinutesPart());
  }
}
