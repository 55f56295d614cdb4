package workbook.usecase;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written about an exercise, as Markdown: the task, the hints, and what is said once it is
/// solved.
///
/// @param task the title and all that stands before the hints
/// @param hints from a question to nearly the answer
/// @param compare the answers side by side; empty when there is nothing to say
record ExerciseText(String task, List<String> hints, String compare) {
  private static final String HINTS = "Hints";
  private static final String COMPARE = "Compare";
  private static final Pattern NUMBER = Pattern.compile("^\\d+\\. +");
  private static final Pattern INDENT = Pattern.compile("^ {1,3}");
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:|#)([^)#]+)");

  ExerciseText {
    hints = List.copyOf(hints);
  }

  /// Takes the text of a file apart.
  ///
  /// @param room the folder of the file, for example `lessons/_03_races`; links are written anew to
  ///   begin there
  static ExerciseText parse(String markdown, Path room) {
    var text =
        LINK.matcher(markdown)
            .replaceAll(link -> "](" + Matcher.quoteReplacement(from(room, link.group(1))));
    return new ExerciseText(
        section(text, "").strip(), hints(section(text, HINTS)), section(text, COMPARE).strip());
  }

  private static String from(Path room, String link) {
    return room.resolve(link).normalize().toString().replace('\\', '/');
  }

  /// The lines under a heading of the second level; those before the first when it is empty.
  private static String section(String text, String heading) {
    var section = new StringBuilder();
    var here = "";
    for (var line : text.lines().toList()) {
      if (line.equals("## " + HINTS) || line.equals("## " + COMPARE)) {
        here = line.substring("## ".length());
      } else if (here.equals(heading)) {
        section.append(line).append('\n');
      }
    }
    return section.toString();
  }

  /// The entries of a numbered list, without their numbers.
  private static List<String> hints(String list) {
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
