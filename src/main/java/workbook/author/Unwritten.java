package workbook.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A place of the book that still is as its template made it.
///
/// @param file below the book, with slashes
/// @param line from 1
/// @param step which of an author's steps it is
/// @param says what to write there
public record Unwritten(String file, int line, int step, String says) {
  private static final Pattern MARK =
      Pattern.compile("TODO\\(author (?<step>\\d+)\\): (?<says>[^\\n]*(?:\\n *// (?!%%)[^\\n]+)*)");

  private static final List<String> ROOTS = List.of("lessons", "notebooks", "src/test/java");

  /// One sentence: the file, the line, and what to write there.
  @Override
  public String toString() {
    return "%s:%d: write %s".formatted(file, line, says);
  }

  /// All of them, lesson by lesson, in the order in which an author takes them.
  ///
  /// @param home the folder that holds `lessons/`
  /// @throws IOException when a file cannot be read
  public static List<Unwritten> in(Path home) throws IOException {
    var all = new ArrayList<Unwritten>();
    for (var root : ROOTS) {
      if (Files.isDirectory(home.resolve(root))) {
        try (Stream<Path> files = Files.walk(home.resolve(root))) {
          for (var file : files.filter(each -> isText(home, each)).sorted().toList()) {
            all.addAll(inFile(name(home, file), Files.readString(file, StandardCharsets.UTF_8)));
          }
        }
      }
    }
    all.sort(
        Comparator.comparing(Unwritten::number)
            .thenComparing(Unwritten::step)
            .thenComparing(Unwritten::file));
    return all;
  }

  private static boolean isText(Path home, Path file) {
    return name(home, file).matches(".*\\.(java|md|jsh)")
        && !name(home, file).matches("lessons/[^/]+/exercise/.*|src/test/java/workbook/.*");
  }

  private static String name(Path home, Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }

  private static List<Unwritten> inFile(String file, String text) {
    return MARK.matcher(text)
        .results()
        .map(
            mark ->
                new Unwritten(
                    file,
                    (int) text.substring(0, mark.start()).lines().count()
                        + (atStartOfLine(text, mark.start()) ? 1 : 0),
                    Integer.parseInt(mark.group("step")),
                    mark.group("says").replaceAll("\\n *// ", " ").replaceFirst("\\s*-->.*", "")))
        .toList();
  }

  private static boolean atStartOfLine(String text, int place) {
    return place == 0 || text.charAt(place - 1) == '\n';
  }

  /// The lesson's, which stands in the name of its room and of its notebook.
  private static String number(Unwritten one) {
    return one.file.replaceFirst("^\\D*?_?(\\d\\d)_.*", "$1");
  }
}
