package _12_async.lab;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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

  static String list(List<String> said) {
    return said.isEmpty() ? "nothing" : String.join(", ", said);
  }

  /// Whether each second line stands right after a first one, and there is one at least.
  static boolean rightAfter(String first, String second, List<String> said) {
    return said.contains(second)
        && IntStream.range(0, said.size())
            .filter(n -> said.get(n).equals(second))
            .allMatch(n -> n > 0 && said.get(n - 1).equals(first));
  }

  /// Whether somebody said just this in each repeat of the run, and in one at least.
  static boolean eachTime(List<String> lines, String who, Observations seen) {
    var said = by(who, seen);
    var repeats = said.size() / lines.size();
    var all = Collections.nCopies(repeats, lines).stream().flatMap(List::stream).toList();
    return repeats > 0 && said.equals(all);
  }
}
