package workbook.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Files that a new thing begins with. A template is a text in which `=== NAME` begins a file, and
/// `${word}` stands for a word.
final class Template {
  private static final String FILE = "=== ";

  private Template() {}

  /// The texts of the files by their names below the book.
  ///
  /// @param name of the template, for example `lesson`
  /// @param words what stands for each word
  static Map<String, String> files(String name, Map<String, String> words) {
    var files = new LinkedHashMap<String, String>();
    var text = filled(read(name), words);
    for (var part : text.substring(FILE.length()).split("(?m)^" + FILE)) {
      var end = part.indexOf('\n');
      files.put(part.substring(0, end), part.substring(end + 1));
    }
    return files;
  }

  private static String filled(String text, Map<String, String> words) {
    var filled = text;
    for (var word : words.entrySet()) {
      filled = filled.replace("${" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }

  private static String read(String name) {
    try (var in = Template.class.getResourceAsStream(name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
