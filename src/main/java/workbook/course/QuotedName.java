package workbook.course;

/// A name that a student chose, as it may be shown in a terminal: short, and without anything that
/// would move the cursor.
final class QuotedName {
  private static final int LONGEST = 60;

  private QuotedName() {}

  static String of(String name) {
    var shown = name.replaceAll("\\p{C}", "?");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
