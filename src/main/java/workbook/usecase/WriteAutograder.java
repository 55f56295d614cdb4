package workbook.usecase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.io.AtomicFile;

/// Writes what a course server needs to grade with the workbook each time a student hands in.
public final class WriteAutograder {
  private static final String EXERCISES = "@EXERCISES@";

  /// Where it grades.
  public enum Server {
    GRADESCOPE("setup.sh", "run_autograder"),
    GITHUB(".github/workflows/classroom.yml");

    private final List<String> files;

    Server(String... files) {
      this.files = List.of(files);
    }
  }

  private WriteAutograder() {}

  /// Writes the files.
  ///
  /// @param out the folder for them; it is made when it is missing
  /// @return the files
  /// @throws CommandException when one of them is there already and says something else
  /// @throws IOException when the disk is full, or something else keeps a file from being written
  public static List<Path> write(Server server, List<Book.ExerciseRef> exercises, Path out)
      throws IOException, CommandException {
    var names = String.join(",", exercises.stream().map(Book.ExerciseRef::id).toList());
    var files = server.files.stream().map(out::resolve).toList();
    for (var file : files) {
      if (Files.exists(file) && !Files.readString(file).equals(text(file, names))) {
        throw CommandException.usage(
            "%s is there already. Delete it, or name another folder.".formatted(file));
      }
    }
    for (var file : files) {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(
          file, file.resolveSibling(file.getFileName() + ".draft"), text(file, names));
      if (!file.toString().endsWith(".yml") && !file.toFile().setExecutable(true, false)) {
        throw new IOException("%s can't be made executable".formatted(file));
      }
    }
    return files;
  }

  private static String text(Path file, String exercises) throws IOException {
    var name = "autograder/" + file.getFileName();
    try (var in = WriteAutograder.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replace(EXERCISES, exercises);
    }
  }
}
