package workbook.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The notebooks of a folder.
public record NotebookDirectory(Path folder) {
  private static final String ENDING = ".jsh";

  /// The files in the order of their names; none when there is no such folder.
  ///
  /// @throws IOException when the folder cannot be read
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  /// The file that a person means by its number, its name or both: `3`, `03`, `races`, `03_races`,
  /// `03_races.jsh`.
  ///
  /// @throws IOException when the folder cannot be read
  public Optional<Path> find(String typed) throws IOException {
    var word = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.jsh$", "");
    return files().stream().filter(file -> isCalled(name(file), word)).findFirst();
  }

  /// The file of a person's own that is meant by its path; empty when it is no notebook's name.
  public static Optional<Path> own(String typed) {
    try {
      var file = Path.of(typed);
      return typed.matches("(?i).*\\.(jsh|java)") && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException odd) {
      return Optional.empty();
    }
  }

  /// The files about one lesson, in the order of their names.
  ///
  /// @param number the lesson's, for example `09`
  /// @throws IOException when the folder cannot be read
  public List<Path> about(String number) throws IOException {
    return files().stream().filter(file -> name(file).startsWith(number + "_")).toList();
  }

  /// The name of a file without its ending, for example `03_races`.
  public static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(jsh|java)$", "");
  }

  private static boolean isCalled(String name, String word) {
    return name.equals(word)
        || name.replaceFirst("^\\d+_", "").equals(word)
        || (word.matches("\\d{1,2}") && name.matches("0*" + Integer.parseInt(word) + "_.*"));
  }
}
