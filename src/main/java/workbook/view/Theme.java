package workbook.view;

import java.awt.Color;

/// The colours of a picture, for paper or for a dark screen.
public enum Theme {
  LIGHT(
      0xFFFFFF, 0x1B1F24, 0x667080, 0xE6E9ED, 0x0072B2, 0xC67800, 0x009E73, 0xC25C96, 0xD55E00,
      0x3598D6, 0x9A8400, 0x707883),
  DARK(
      0x14181D, 0xE8EBEF, 0x98A2AE, 0x2B323A, 0x4DA3E0, 0xF0A73A, 0x2FBF8F, 0xE394C0, 0xF2784B,
      0x8CCBF5, 0xD6C24A, 0xA3ABB5);

  final Color paper;
  final Color ink;
  final Color muted;
  final Color grid;
  private final int[] palette;

  /// @param palette colours near those of Okabe and Ito, which people with any kind of colour
  ///   vision can tell apart, in the order of the terminal's
  Theme(int paper, int ink, int muted, int grid, int... palette) {
    this.paper = new Color(paper);
    this.ink = new Color(ink);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.palette = palette;
  }

  /// The colour of the nth thing compared, counted from 0. It repeats after eight.
  Color series(int index) {
    return new Color(palette[index % palette.length]);
  }

  /// A colour as if it were seen through paper.
  Color pale(Color colour) {
    return new Color(
        between(colour.getRed(), paper.getRed()),
        between(colour.getGreen(), paper.getGreen()),
        between(colour.getBlue(), paper.getBlue()));
  }

  private static int between(int one, int other) {
    return (one * 3 + other * 7) / 10;
  }
}
