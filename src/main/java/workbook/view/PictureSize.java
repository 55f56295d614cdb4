package workbook.view;

import java.util.Locale;

/// How wide and high a picture is: pixels of a PNG, points of any other format.
public record PictureSize(int width, int height) {
  /// Pixels of a PNG for each point of a drawing, so that it is sharp in print.
  static final int SHARPNESS = 2;

  private static final int LEAST = 400;
  private static final int MOST = 10_000;

  /// Reads a size, for example `1600x900`.
  ///
  /// @throws IllegalArgumentException with a sentence when it is none, or too small or too large
  public static PictureSize parse(String typed) {
    if (typed.matches("\\d{1,6}[xX]\\d{1,6}")) {
      var x = typed.toLowerCase(Locale.ROOT).indexOf('x');
      var width = Integer.parseInt(typed.substring(0, x));
      var height = Integer.parseInt(typed.substring(x + 1));
      if (Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST) {
        return new PictureSize(width, height);
      }
    }
    throw new IllegalArgumentException(
        "--size is WIDTHxHEIGHT, each from %,d to %,d, not '%s'.".formatted(LEAST, MOST, typed));
  }

  /// The points of a drawing that becomes a PNG of so many pixels.
  PictureSize points() {
    return new PictureSize((width + 1) / SHARPNESS, (height + 1) / SHARPNESS);
  }

  /// The pixels of a drawing of so many points.
  PictureSize pixels() {
    return new PictureSize(width * SHARPNESS, height * SHARPNESS);
  }
}
