package workbook.usecase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written about an exercise, as Markdown.
final class ExerciseText {
  private static final Pattern NUMBER = Pattern.compile("^\\d+\\. +");
  private static final Pattern INDENT = Pattern.compile("^ {1,3}");
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:|#)([^)#]+)");

  private ExerciseText() {}

  /// A text whose links begin where the person stands.
  ///
  /// @param folder that of the file, for example `lessons/_03_races`
  static String linked(String markdown, Path folder) {
    return LINK.matcher(markdown)
        .replaceAll(link -> "](" + Matcher.quoteReplacement(from(folder, link.group(1))))
        .strip();
  }

  private static String from(Path folder, String link) {
    return folder.resolve(link).normalize().toString().replace('\\', '/');
  }

  /// A text without its title.
  static String untitled(String markdown) {
    return markdown.replaceFirst("^# .*", "").strip();
  }

  /// The entries of a numbered list, without their numbers.
  static List<String> hints(String list) {
    var hints = new ArrayList<String>();
    for (var line : list.lines().toList()) {
      var number = NUMBER.matcher(line);
      if (number.find()) {
        hints.add(line.substring(number.end()));
      } else if (!hints.isEmpty()) {
        hints.add(hints.removeLast() + "\n" + INDENT.matcher(line).replaceFirst(""));
      }
    }
    return hints.stream().map(String::strip).toList();
  }
}
