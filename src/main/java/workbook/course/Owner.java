package workbook.course;

/// Whose something is, as its name tells.
///
/// @param late whether the name says that it came late
record Owner(Student student, boolean late) {}
