package workbook.edition;

/// A file that gives an answer away.
///
/// @param place the file, and the file in it when it is an archive
/// @param says what is wrong with it and what to do, one sentence
public record Leak(String place, String says) {}
