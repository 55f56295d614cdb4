package workbook.course;

/// One file of one student: an attempt at an exercise.
///
/// @param owner as the file's name tells, before a roster is asked
/// @param type the class that the file's name says, for example `Tally`
/// @param version which upload it was, where the file's name counts them; else 0
/// @param file the file
record Attempt(Owner owner, String type, int version, HandedInFile file) {}
