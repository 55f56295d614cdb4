/// Grades a learner's file: an [workbook.Exercise] and a file become a [Verdict].
///
/// [Grader] is the door.
package workbook.grade;
