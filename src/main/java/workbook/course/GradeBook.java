package workbook.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The marks of a class as a table for a spreadsheet: comma-separated (RFC 4180), UTF-8, a line for
/// each student and exercise.
///
/// A name is data, and never a formula: a cell that a spreadsheet would compute begins with an
/// apostrophe, which shows it as text.
public final class GradeBook {
  private static final List<String> COLUMNS =
      List.of(
          "student",
          "name",
          "exercise",
          "points",
          "of",
          "verdict",
          "late",
          "earlier",
          "file",
          "sha256",
          "says");

  private GradeBook() {}

  /// One line.
  ///
  /// @param task what was handed in
  /// @param exercise its full name, for example `races/tally`
  /// @param mark what it is worth
  public record Line(ClassWork.Task task, String exercise, Mark mark) {}

  /// The lines, the first with the names of the columns, each ended with CR LF.
  public static String csv(List<Line> lines) {
    var text = new StringBuilder();
    try (var table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(COLUMNS);
      for (var line : lines) {
        var task = line.task();
        var mark = line.mark();
        table.printRecord(
            safe(task.student().id()),
            safe(task.student().name()),
            line.exercise(),
            mark.counts() ? mark.points() : "",
            mark.of(),
            mark.verdict(),
            task.late() ? "late" : "",
            task.earlier(),
            safe(task.file().map(HandedInFile::path).orElse("")),
            mark.sha256(),
            safe(mark.says()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /// See OWASP, CSV Injection.
  private static String safe(String cell) {
    return cell.matches("(?s)[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*") ? "'" + cell : cell;
  }
}
