package workbook.usecase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workbook.Exercise;
import workbook.course.Student;
import workbook.io.AtomicFile;

/// The folder for what comes of a class graded, and where in it each thing is.
///
/// @param out the folder
record ResultFolder(Path out) {
  private static final String RESULTS = "results";

  /// The name of a student's folder below `results`.
  static String name(Student student) {
    return FolderName.of(student.id());
  }

  /// What there is of one student.
  Path of(Student student) {
    return out.resolve(RESULTS).resolve(name(student));
  }

  /// The verdict on one answer, JSON.
  Path verdict(Student student, Exercise exercise) {
    return of(student).resolve(exercise.id() + ".json");
  }

  /// Writes a file and the folders that it needs. A file that has this text already is not touched.
  void write(Path file, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.exists(file) && Arrays.equals(bytes, Files.readAllBytes(file))) {
      return;
    }
    Files.createDirectories(file.getParent());
    AtomicFile.replace(file, file.resolveSibling(file.getFileName() + ".draft"), text);
  }
}
