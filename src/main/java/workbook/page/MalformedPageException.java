package workbook.page;

/// A page that is not in the form of one. The message names the line and the mend.
public final class MalformedPageException extends Exception {
  private final int line;

  MalformedPageException(int line, String says) {
    super("line %d: %s".formatted(line, says));
    this.line = line;
  }

  /// The line to mend, from 1.
  public int line() {
    return line;
  }
}
