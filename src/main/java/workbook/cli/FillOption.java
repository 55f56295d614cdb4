package workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.course.ExportedGradeBook;
import workbook.course.GradeBook;
import workbook.course.Roster;
import workbook.io.AtomicFile;
import workbook.usecase.Book;
import workbook.usecase.CommandException;

/// What `--fill=FILE --column=NAME` asks for: the points of a class in a copy of the grade book
/// that Canvas or Moodle exported.
record FillOption(ExportedGradeBook book, List<ExportedGradeBook.Column> columns) {
  private static final String FILL = "fill";
  private static final String COLUMN = "column";
  private static final String FOLDER = "import";

  static Usage declare(Usage usage) {
    return usage
        .option(FILL, "FILE", "put the points into a copy of this grade book of Canvas or Moodle")
        .repeatable(
            COLUMN,
            "NAME",
            "with --fill: the column; EXERCISE=NAME for one exercise, and then once for each");
  }

  /// @param exercises what is graded
  /// @throws CommandException when one of the two options lacks the other
  /// @throws IOException with one plain sentence when the file or a column is not what is needed
  static Optional<FillOption> of(CommandLine line, List<Book.ExerciseRef> exercises)
      throws CommandException, IOException {
    if (!line.hasOption(FILL) && !line.hasOption(COLUMN)) {
      return Optional.empty();
    }
    if (!line.hasOption(FILL) || !line.hasOption(COLUMN)) {
      throw CommandException.usage(
          "--fill names the file and --column the column to fill: give both.");
    }
    var book = ExportedGradeBook.read(GradeCommand.path(line.getOptionValue(FILL)));
    var columns = new ArrayList<ExportedGradeBook.Column>();
    for (var typed : line.getOptionValues(COLUMN)) {
      var column = column(book, typed, exercises);
      if (columns.stream().anyMatch(other -> other.at() == column.at())) {
        throw CommandException.usage(
            "Column '%s' is given more than once. Give it once.".formatted(column.name()));
      }
      columns.add(column);
    }
    return Optional.of(new FillOption(book, columns));
  }

  private static ExportedGradeBook.Column column(
      ExportedGradeBook book, String typed, List<Book.ExerciseRef> exercises) throws IOException {
    var at = typed.indexOf('=');
    var word = typed.substring(0, Math.max(0, at));
    var exercise =
        exercises.stream()
            .filter(ref -> ref.id().equals(word) || ref.name().equals(word))
            .map(Book.ExerciseRef::name)
            .findFirst();
    return book.column(exercise.isEmpty() ? typed : typed.substring(at + 1), exercise);
  }

  /// The students that the file has.
  Roster roster() {
    return book.roster();
  }

  /// Where the copy will be.
  ///
  /// @throws CommandException when that is the file itself
  Path copy(Path out) throws CommandException, IOException {
    var copy = out.resolve(FOLDER).resolve(book.file().getFileName());
    if (Files.exists(copy) && Files.isSameFile(copy, book.file())) {
      throw CommandException.usage(
          "%s would be overwritten. Copy it to another folder, and name it there."
              .formatted(book.file()));
    }
    return copy;
  }

  /// Writes the copy.
  ///
  /// @return what the instructor should know, a sentence each
  List<String> write(List<GradeBook.Line> lines, Path copy) throws IOException {
    var filled = book.fill(lines, columns);
    Files.createDirectories(copy.getParent());
    AtomicFile.replace(copy, copy.resolveSibling(copy.getFileName() + ".draft"), filled.text());
    return filled.notes();
  }
}
