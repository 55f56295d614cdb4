/// Grades a learner's file: an [workbook.Exercise] and a file become a [Verdict].
///
/// [Grader] is the door. It reads the file ([Handed]), compiles it beside the graded test
/// ([Compiler], [Complaints]), and has the tests run ([Exams]) in a JVM that is ended afterwards
/// ([ExamJvm]). In there, [ExamChild] takes the [Order], an [Exam] runs the tests with JUnit, and
/// what happened comes back as [Report]s under a [Seal].
package workbook.grade;
