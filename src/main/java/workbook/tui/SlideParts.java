package workbook.tui;

import java.util.ArrayList;
import java.util.List;

/// A slide, cut into parts that can be seen at once.
final class SlideParts {
  /// For the question below a part, and the line in which it is answered.
  private static final int PROMPT = 3;

  private static final int SHORTEST = 5;

  private SlideParts() {}

  /// Cuts a text where a paragraph or a block of code ends, if it must be cut.
  ///
  /// @param rows lines of the terminal
  static List<String> of(String text, int rows) {
    var room = Math.max(SHORTEST, rows - PROMPT);
    var parts = new ArrayList<String>();
    var rest = new ArrayList<>(text.lines().toList());
    while (rest.size() > room) {
      var part = rest.subList(0, cut(rest, room));
      parts.add(String.join("\n", part) + "\n");
      part.clear();
    }
    parts.add(String.join("\n", rest) + "\n");
    return parts;
  }

  /// The last empty line that leaves the part at least half full; else as much as there is room.
  private static int cut(List<String> lines, int room) {
    for (var at = room; at > room / 2; at--) {
      if (lines.get(at - 1).isBlank()) {
        return at;
      }
    }
    return room;
  }
}
