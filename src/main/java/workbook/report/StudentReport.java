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
  public record Answer(GradeBook.Line line, Exercise exercise, Optional<GradingResult> result) {}
}
