package workbook.tui;

/// The small signs of lists and keys, for terminals that can show them and for those that cannot.
///
/// @param done marks what is done
/// @param missed marks a prediction that was wrong
/// @param bar the shades of a progress bar, from empty to full
public record Glyphs(
    String pointer,
    String dot,
    String upDown,
    String done,
    String missed,
    String more,
    String bar) {
  public static Glyphs of(boolean unicode) {
    return unicode
        ? new Glyphs("›", "·", "↑↓", "✓", "✗", "…", " ▏▎▍▌▋▊▉█")
        : new Glyphs(">", "|", "arrows", "x", "!", "...", " #");
  }
}
