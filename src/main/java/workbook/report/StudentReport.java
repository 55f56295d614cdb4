package workbook.report;

import java.util.List;
import java.util.Optional;
import workbook.Exercise;
import workbook.course.GradeBook;
import workbook.course.Student;
import workbook.grade.GradingResult;

/// What came of one student's answers.
///
/// @param answers at least one; those that were not handed in, too
public record StudentReport(Student student, List<Answer> answers) {
  public StudentReport {
    answers = List.copyOf(answers);
  }

  /// What came of one.
  ///
  /// @param result empty where nothing was handed in
  /// @param hint the exercise's first hint, with code in backquotes; empty for none
  public record Answer(
      GradeBook.Line line, Exercise exercise, Optional<GradingResult> result, String hint) {}

  /// Everything that gives points, for a course server that lists it: each graded test, or one case
  /// for an answer that no test was run for.
  public List<ScoredCase> cases() {
    return answers.stream().flatMap(answer -> ScoredCase.of(answer).stream()).toList();
  }

  /// A line for each answer: its verdict and its points.
  public String summary() {
    var lines = new StringBuilder();
    for (var answer : answers) {
      var mark = answer.line().mark();
      lines
          .append("%s: %s".formatted(answer.line().exercise(), mark.verdict()))
          .append(
              mark.counts()
                  ? ", %d of %d points.\n".formatted(mark.points(), mark.of())
                  : ". Ask your instructor to look at it.\n");
    }
    return lines.toString();
  }
}
