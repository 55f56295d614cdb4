package workbook.explore;

import java.util.ArrayList;
import java.util.List;

/// Text broken into lines of a width: at spaces, or where code can be broken, never inside a name.
final class BrokenLines {
  private static final String AFTER = ".,;([{";

  private BrokenLines() {}

  /// @param indent what lines after the first begin with
  static List<String> of(String text, int width, String indent) {
    var lines = new ArrayList<String>();
    var rest = text;
    while (rest.length() > width) {
      var cut = cut(rest, width, lines.isEmpty() ? leading(rest) : indent.length());
      if (cut > 0) {
        lines.add(rest.substring(0, cut).stripTrailing());
      } else {
        cut = end(rest, width);
        lines.add(rest.substring(0, width - 1) + "…");
      }
      var left = rest.substring(cut).strip();
      if (left.isEmpty()) {
        return lines;
      }
      rest = indent + left;
    }
    lines.add(rest);
    return lines;
  }

  /// How long the longest part is that cannot be broken.
  static int longestPart(String text) {
    var longest = 0;
    var begin = 0;
    for (var i = 0; i <= text.length(); i++) {
      if (i == text.length() || canBreak(text, i)) {
        longest = Math.max(longest, text.substring(begin, i).strip().length());
        begin = i;
      }
    }
    return longest;
  }

  private static int leading(String text) {
    return text.length() - text.stripLeading().length();
  }

  /// The last place to break at; 0 when there is none. A space is better than another.
  private static int cut(String text, int width, int from) {
    var space = text.lastIndexOf(' ', width);
    if (space > from && 2 * space > width) {
      return space;
    }
    for (var i = width; i > from; i--) {
      if (canBreak(text, i)) {
        return i;
      }
    }
    return 0;
  }

  /// The next place to break at.
  private static int end(String text, int from) {
    var end = from;
    while (end < text.length() && !canBreak(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean canBreak(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    var before = text.charAt(at - 1);
    return text.charAt(at) == ' '
        || before == ' '
        || AFTER.indexOf(before) >= 0 && AFTER.indexOf(text.charAt(at)) < 0;
  }
}
