package _06_cpu;

/// Blurs rows of a picture: some three thousand additions for each pixel.
///
/// @param pixels red, green and blue, eight bits each
/// @param width pixels in a row
public record Blur(int[] pixels, int width) implements Piece {
  private static final int RADIUS = 1_000;

  @Override
  public int[] call() {
    var blurred = new int[pixels.length];
    for (var at = 0; at < pixels.length; at++) {
      var row = at - at % width;
      var from = Math.max(row, at - RADIUS);
      var to = Math.min(row + width, at + RADIUS + 1);
      blurred[at] = average(from, to);
    }
    return blurred;
  }

  private int average(int from, int to) {
    var red = 0;
    var green = 0;
    var blue = 0;
    for (var at = from; at < to; at++) {
      red += pixels[at] >> 16 & 255;
      green += pixels[at] >> 8 & 255;
      blue += pixels[at] & 255;
    }
    var count = to - from;
    return red / count << 16 | green / count << 8 | blue / count;
  }
}
