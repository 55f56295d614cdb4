package workbook.notebook;

/// A line that a notebook's code printed.
///
/// @param thread the name of the thread that printed it; `main` runs the statements
/// @param line the line without its end
public record OutputLine(String thread, String line) {}
