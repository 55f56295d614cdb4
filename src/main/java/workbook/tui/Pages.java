package workbook.tui;

import workbook.view.Columns;
import workbook.view.Page;

/// Finds out what standard output can show.
public final class Pages {
  private static final int WIDEST = 110;

  private Pages() {}

  /// As wide as the terminal up to what reads well, with colours; 80 columns without, elsewhere.
  public static Page of(Console console) {
    if (!console.interactive()) {
      return new Page(Columns.WIDTH, false, console.unicode());
    }
    var width = Math.clamp(SystemTerminal.width().orElse(Columns.WIDTH), 20, WIDEST);
    return new Page(width, console.colourWanted(), console.unicode());
  }
}
