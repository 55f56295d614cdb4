package _12_async.lab;

import java.util.Collections;
import java.util.List;
import workbook.Observations;
import workbook.TranscriptLine;

/// What was said in Java, and by the Python twin.
final class Said {
  static final String JAVA = "Java";
  static final String PYTHON = "Python";

  private Said() {}

  static List<String> by(String language, Observations seen) {
    return seen.transcript().stream()
        .filter(line -> line.speaker().equals(language))
        .map(TranscriptLine::text)
        .toList();
  }

  /// Whether somebody said just this in each repeat of the run, and in one at least.
  static boolean eachTime(List<String> lines, String who, Observations seen) {
    var said = by(who, seen);
    var repeats = said.size() / lines.size();
    var all = Collections.nCopies(repeats, lines).stream().flatMap(List::stream).toList();
    return repeats > 0 && said.equals(all);
  }
}
