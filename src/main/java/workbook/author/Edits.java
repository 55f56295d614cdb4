package workbook.author;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import workbook.author.BookChange.UnusualFormException;

/// Small changes of texts that have a known form.
final class Edits {
  private Edits() {}

  /// Puts one text in place of the last occurrence of another.
  ///
  /// @param file the text's, for the sentence when it has no such place
  static String insert(String file, String text, String place, String instead)
      throws UnusualFormException {
    var at = text.lastIndexOf(place);
    if (at < 0) {
      throw new UnusualFormException(
          "%s lacks \"%s\", so nobody knows where the new line belongs. Nothing was changed."
              .formatted(file, place));
    }
    return text.substring(0, at) + instead + text.substring(at + place.length());
  }

  /// Adds a line behind the last one that begins so.
  static String afterLast(String file, String text, String start, String line)
      throws UnusualFormException {
    var lines = new ArrayList<>(text.lines().toList());
    for (var at = lines.size() - 1; at >= 0; at--) {
      if (lines.get(at).startsWith(start)) {
        lines.add(at + 1, line);
        return String.join("\n", lines) + "\n";
      }
    }
    throw new UnusualFormException(
        "%s has no line that begins with \"%s\", so nobody knows where the new line belongs. Nothing was changed."
            .formatted(file, start));
  }

  /// Adds an import at its place in the alphabet.
  static String withImport(String file, String text, String type) throws UnusualFormException {
    var lines = new ArrayList<>(text.lines().toList());
    var first = 0;
    while (first < lines.size() && !lines.get(first).startsWith("import ")) {
      first++;
    }
    var end = first;
    while (end < lines.size() && lines.get(end).startsWith("import ")) {
      end++;
    }
    if (first == end) {
      throw new UnusualFormException(file + " has no imports. Nothing was changed.");
    }
    var imports = new TreeSet<>(lines.subList(first, end));
    imports.add("import " + type + ";");
    var all = new ArrayList<>(lines.subList(0, first));
    all.addAll(imports);
    all.addAll(lines.subList(end, lines.size()));
    return String.join("\n", all) + "\n";
  }

  /// The imports of a source, and the type it declares without the comments above it.
  static List<String> importsAndType(String text) {
    var imports =
        String.join("\n", text.lines().filter(line -> line.startsWith("import ")).toList());
    var lines = text.lines().toList();
    var at = 0;
    while (at < lines.size() && !lines.get(at).matches("(public|final|abstract|class|sealed).*")) {
      at++;
    }
    return List.of(imports, String.join("\n", lines.subList(at, lines.size())));
  }
}
