/// A class of students: what they handed in, who they are, and the grade book. Reads no code and
/// runs none.
package workbook.course;
