package workbook.app;

/// The small signs of lists and keys, for terminals that can show them and for those that cannot.
///
/// @param bar the shades of a progress bar, from empty to full
record Signs(String pointer, String dot, String upDown, String done, String more, String bar) {
  static Signs of(boolean unicode) {
    return unicode
        ? new Signs("›", "·", "↑↓", "✓", "…", " ▏▎▍▌▋▊▉█")
        : new Signs(">", "|", "arrows", "x", "...", " #");
  }
}
