package workbook.explore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The text of source lines: from beside the class files, or from the source folders of this book.
final class Sources {
  private static final List<String> FOLDERS =
      List.of("lessons", "src/test/java", "src/main/java", "");

  /// `count = 1`, not `count == 1`; or the variable of a loop over something.
  private static final Pattern ASSIGNED =
      Pattern.compile("\\b([A-Za-z_]\\w*)\\s*(?:=(?!=)|:(?!:)(?=.*\\)\\s*\\{))");

  private final ClassLoader loader;
  private final Map<String, List<String>> files = new HashMap<>();

  Sources(ClassLoader loader) {
    this.loader = loader;
  }

  /// The text of a line without its indentation; empty when the source cannot be found.
  String line(String type, String file, int line) {
    var lines = lines(type, file);
    return line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
  }

  /// The variable that is given a value in a line; empty when the line does not tell, or gives
  /// values to several.
  String variable(String type, String file, int line) {
    return assigned(line(type, file, line));
  }

  static String assigned(String line) {
    var found = ASSIGNED.matcher(line);
    if (!found.find()) {
      return "";
    }
    var name = found.group(1);
    return found.find() ? "" : name;
  }

  /// The line with its neighbours, without the indentation they share; the line alone where the
  /// file ends or begins.
  ///
  /// @return one text for each line, from `line - reach` on; empty when the source cannot be found
  List<String> around(String type, String file, int line, int reach) {
    var lines = lines(type, file);
    if (line <= reach || line + reach > lines.size()) {
      return List.of();
    }
    var part = String.join("\n", lines.subList(line - 1 - reach, line + reach));
    return List.of(part.stripIndent().split("\n", -1));
  }

  /// The text; empty when it cannot be found.
  List<String> lines(String type, String file) {
    return file.isEmpty() ? List.of() : files.computeIfAbsent(path(type, file), this::read);
  }

  /// Where the file of a class is, from the folder of its packages.
  static String path(String type, String file) {
    return type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + file;
  }

  private List<String> read(String path) {
    var home = Path.of(System.getProperty("workbook.home", ""));
    try (var beside = loader.getResourceAsStream(path)) {
      if (beside != null) {
        var text = new String(beside.readAllBytes(), StandardCharsets.UTF_8);
        return text.replaceFirst("^\ufeff", "").lines().toList();
      }
      for (var folder : FOLDERS) {
        var file = home.resolve(folder).resolve(path);
        if (Files.isRegularFile(file)) {
          return Files.readAllLines(file);
        }
      }
      return List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
