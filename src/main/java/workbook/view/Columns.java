package workbook.view;

/// Plain text in columns and paragraphs.
public final class Columns {
  /// The width every terminal has.
  public static final int WIDTH = 80;

  private static final int SECOND = 26;

  private Columns() {}

  /// A name and its meaning in two columns, the meaning wrapped.
  public static String row(String name, String meaning) {
    var head = "  " + name;
    var body = wrapped(meaning, " ".repeat(SECOND), WIDTH);
    return head.length() < SECOND ? head + body.substring(head.length()) : head + "\n" + body;
  }

  /// A paragraph broken between words.
  ///
  /// @param indent what every line begins with
  public static String wrapped(String text, String indent, int width) {
    var lines = new StringBuilder();
    var line = new StringBuilder(indent);
    for (var word : text.strip().split("\\s+")) {
      if (line.length() + 1 + word.length() > width && line.length() > indent.length()) {
        lines.append(line).append('\n');
        line.setLength(indent.length());
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    return lines.append(line).toString();
  }
}
