/// What comes of a class graded, for people and for course servers: a page for each student, one
/// for the class, JUnit XML. Works out texts and writes no file.
package workbook.report;
