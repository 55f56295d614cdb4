package workbook.process;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// The last lines of a text that may be endless.
public final class OutputTail {
  private static final int CHARACTERS = 4000;
  private static final int LINES = 5;

  private final StringBuilder last = new StringBuilder();

  /// Reads to the end, keeping the tail. Blocks.
  public void readAll(Reader text) {
    var buffer = new char[CHARACTERS];
    try (text) {
      for (int read; (read = text.read(buffer)) >= 0; ) {
        add(new String(buffer, 0, read));
      }
    } catch (IOException closed) {
      // What was read until then is the tail.
    }
  }

  public synchronized void add(String text) {
    last.append(text);
    last.delete(0, Math.max(0, last.length() - CHARACTERS));
  }

  /// The last few lines that are not blank, without surrounding space.
  public synchronized List<String> lines() {
    var lines = last.toString().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }
}
