package workbook.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.Exercise;
import workbook.compile.SourceDiagnostic;
import workbook.course.ClassWork;
import workbook.course.GradeBook;
import workbook.course.HandedInFile;
import workbook.course.Mark;
import workbook.course.Student;
import workbook.explore.Trace;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// Reports made by hand, of a student whose name, file and output try to be more than text.
public final class SampleReports {
  static final String HOSTILE =
      "<img src=x onerror=alert(1)>\"'&amp;</title><script>alert(2)</script>\u202e\u0000]]>";

  static final Exercise TALLY = new Exercise("Tally", "counts", Runnable.class);
  static final Exercise BANK = new Exercise("Bank", "pays", Runnable.class);

  static final TestResult RIGHT =
      new TestResult("adds", "it adds", 4, "", new TestOutcome.Pass("holds in all 8"), "");

  static final TestResult WRONG =
      new TestResult(
          "sums",
          "the sum is 2",
          5,
          "lesson 03, \"Why\"",
          new TestOutcome.Fail(
              "a check failed: main: the sum ==> expected: <2> but was: <1>", Optional.of(trace())),
          HOSTILE + "\n");

  static final TestResult UNCLEAR =
      new TestResult(
          "waits", "it waits", 1, "the contract", new TestOutcome.Inconclusive("too long"), "");

  private SampleReports() {}

  private static Trace trace() {
    var steps = new ArrayList<Trace.Step>();
    steps.add(step("main", "reads", ""));
    steps.add(step("other", "reads", "main"));
    for (var times = 0; times < 5; times++) {
      steps.add(step("other", "writes", ""));
    }
    steps.add(step("main", "writes", "other"));
    return new Trace(
        List.of("main", "other"),
        steps,
        Trace.End.FAILED,
        "a check failed: main: the sum ==> expected: <2> but was: <1>",
        List.of("other waits for " + HOSTILE),
        "1.1+ab");
  }

  private static Trace.Step step(String thread, String does, String preempts) {
    return new Trace.Step(
        thread, "Tally.java", 7, "n += \"" + HOSTILE, does, "n", "", "1", "", "", 0, preempts, "");
  }

  /// An answer whose tests went so.
  static StudentReport.Answer answer(Student student, Exercise exercise, TestResult... tests) {
    var scored = new GradingResult.Scored(exercise, "00ff", List.of(tests));
    var verdict = scored.passed() ? "passed" : "failed";
    var mark =
        new Mark(
            scored.judged() ? verdict : Mark.NOT_JUDGED, scored.points(), 10, "00ff", "why not");
    return answer(student, exercise, mark, Optional.of(scored));
  }

  static StudentReport.Answer rejected(Student student, Exercise exercise) {
    var problems =
        List.of(
            new SourceDiagnostic("A brace is missing: " + HOSTILE, "", 3, 1, ""),
            SourceDiagnostic.about("", "It is not UTF-8."));
    return answer(
        student,
        exercise,
        new Mark("rejected", 0, 10, "", "A brace is missing."),
        Optional.of(new GradingResult.Rejected(exercise, problems)));
  }

  static StudentReport.Answer missing(Student student, Exercise exercise) {
    return answer(
        student,
        exercise,
        new Mark(Mark.MISSING, 0, 10, "", "No Java file was handed in."),
        Optional.empty());
  }

  private static StudentReport.Answer answer(
      Student student, Exercise exercise, Mark mark, Optional<GradingResult> result) {
    var file = new HandedInFile(HOSTILE + "/Tally.java", new byte[0], Instant.EPOCH);
    var task = new ClassWork.Task(student, exercise.name(), result.map(_ -> file), true, 2, "");
    return new StudentReport.Answer(
        new GradeBook.Line(task, "races/" + exercise.id(), mark),
        exercise,
        result,
        "Who calls `add(1)`?");
  }

  /// One student with one answer of each kind.
  public static StudentReport hostile() {
    var student = new Student("7-" + HOSTILE, HOSTILE);
    return new StudentReport(
        student, List.of(answer(student, TALLY, RIGHT, WRONG, UNCLEAR), rejected(student, BANK)));
  }
}
