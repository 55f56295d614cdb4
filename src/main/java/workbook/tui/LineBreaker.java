package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// Breaks a line that is wider than the screen: a line of code, or a long command.
final class LineBreaker {
  private static final int HANGING = 4;

  private LineBreaker() {}

  /// The line in parts of at most so many columns, broken between words where that is possible. All
  /// parts but the first are indented further than the line is.
  static List<AttributedString> broken(AttributedString line, int width) {
    if (line.columnLength() <= width) {
      return List.of(line);
    }
    var text = line.toString();
    var indent = text.length() - text.stripLeading().length();
    var hanging = " ".repeat(Math.min(indent + HANGING, width / 2));
    var parts = new ArrayList<AttributedString>();
    var rest = line;
    while (rest.columnLength() > width) {
      var fits = rest.columnSubSequence(0, width);
      var gap = fits.toString().lastIndexOf(' ');
      var begun = fits.toString().substring(0, gap + 1).isBlank();
      var first = begun ? fits : rest.subSequence(0, gap);
      parts.add(first);
      var left = rest.subSequence(first.length() + (begun ? 0 : 1), rest.length());
      rest = new AttributedStringBuilder().append(hanging).append(left).toAttributedString();
    }
    parts.add(rest);
    return parts;
  }
}
