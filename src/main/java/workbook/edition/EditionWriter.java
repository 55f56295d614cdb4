package workbook.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.regex.Pattern;
import workbook.Exercise;
import workbook.process.TempDirectory;

/// Writes a student edition: first beside its folder, then all of it at once into place.
public final class EditionWriter implements AutoCloseable {
  /// The page that tells students, and the workbook, which edition this is.
  public static final String PAGE = "lessons/EDITION.md";

  private static final String IGNORED = "/lessons/*/exercise/\n";

  private final Path folder;
  private final Path draft;

  /// @param folder does not exist yet, or is empty; the folder above it exists
  /// @throws IOException when nothing can be written there
  public EditionWriter(Path folder) throws IOException {
    this.folder = folder;
    var prefix = "." + folder.getFileName() + ".edition-";
    deleteThoseOfKilled(folder.getParent(), prefix);
    draft = folder.resolveSibling(prefix + ProcessHandle.current().pid());
    Files.createDirectory(draft);
  }

  private static void deleteThoseOfKilled(Path above, String prefix) throws IOException {
    try (var all = Files.list(above)) {
      for (var left : all.toList()) {
        var name = left.getFileName().toString();
        if (name.matches(Pattern.quote(prefix) + "\\d{1,10}")
            && ProcessHandle.of(Long.parseLong(name.substring(prefix.length()))).isEmpty()) {
          TempDirectory.delete(left);
        }
      }
    }
  }

  /// Where it is written.
  public Path draft() {
    return draft;
  }

  /// Writes all files.
  ///
  /// @throws IOException when that fails
  public void write(CourseFiles course, Set<Exercise> released) throws IOException {
    for (var file : course.kept().entrySet()) {
      var copy = draft.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      if (file.getKey().endsWith(".md")) {
        var page = new EditionPage(file.getKey(), course.kept().keySet());
        Files.writeString(copy, page.of(CourseFiles.text(file.getValue())));
      } else {
        Files.copy(file.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    var ignored = draft.resolve(".gitignore");
    Files.writeString(ignored, (Files.exists(ignored) ? Files.readString(ignored) : "") + IGNORED);
    Files.writeString(draft.resolve(PAGE), page(released));
  }

  private static String page(Set<Exercise> released) {
    var opened = released.stream().map(Exercise::id).sorted().toList();
    return """
    # This is a student edition

    Worked answers stay with your instructor, and so do the tests that need them. %s

    The files you write, in `lessons/*/exercise/`, are yours: git ignores them, so an update of the course never touches them. One that's missing is made when you start the workbook.
    """
        .formatted(
            opened.isEmpty()
                ? "None is open yet."
                : "Open so far, once your own passes: " + String.join(", ", opened) + ".");
  }

  /// Puts it into place.
  ///
  /// @throws IOException when that fails; then there is nothing
  public void commit() throws IOException {
    Files.deleteIfExists(folder);
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes what has not been put into place.
  @Override
  public void close() {
    TempDirectory.delete(draft);
  }
}
