package _12_async.lab;

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
}
