package workbook.view;

/// Bars made of block characters, exact to an eighth of a column.
final class BlockBar {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private BlockBar() {}

  /// @param share how much of the room the bar takes, from 0 to 1; a share above 0 always shows
  /// @param room columns of a full bar
  static String bar(double share, int room) {
    var eighths = (int) Math.round(share * room * 8);
    if (share > 0 && eighths == 0) {
      eighths = 1;
    }
    var rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return "█".repeat(eighths / 8) + rest;
  }
}
