package workbook.view;

import java.util.Arrays;

/// A grid of characters on which lines are drawn with braille dots, two by four in a character.
final class Canvas {
  private static final int ACROSS = 2;
  private static final int DOWN = 4;
  private static final char BLANK = '\u2800';

  /// The bit of each dot, by column and row in its character (Unicode, block Braille Patterns).
  private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

  private final int width;
  private final int height;
  private final int[][] dots;
  private final char[][] marks;
  private final TextColor[][] inks;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.dots = new int[height][width];
    this.marks = new char[height][width];
    this.inks = new TextColor[height][width];
    for (var row : inks) {
      Arrays.fill(row, TextColor.PLAIN);
    }
  }

  /// Draws a line between two places, each from 0, 0 (left, bottom) to 1, 1 (right, top).
  void line(double fromX, double fromY, double toX, double toY, TextColor color) {
    var steps = 2 * (width * ACROSS + height * DOWN);
    for (var s = 0; s <= steps; s++) {
      var way = (double) s / steps;
      dot(fromX + way * (toX - fromX), fromY + way * (toY - fromY), color);
    }
  }

  private void dot(double x, double y, TextColor color) {
    var column = place(x, width * ACROSS);
    var row = place(1 - y, height * DOWN);
    dots[row / DOWN][column / ACROSS] |= BITS[column % ACROSS][row % DOWN];
    inks[row / DOWN][column / ACROSS] = color;
  }

  /// Puts a mark on a place. Different marks on one place become `*`.
  void mark(double x, double y, char mark, TextColor color) {
    var column = place(x, width * ACROSS) / ACROSS;
    var row = place(1 - y, height * DOWN) / DOWN;
    var there = marks[row][column];
    marks[row][column] = there == 0 || there == mark ? mark : '*';
    inks[row][column] = there == 0 || there == mark ? color : TextColor.BOLD;
  }

  private static int place(double share, int room) {
    return (int) Math.round(share * (room - 1));
  }

  /// One line of the grid, the topmost is 0.
  String row(int row, Page page) {
    var text = new StringBuilder();
    var stretch = new StringBuilder();
    for (var column = 0; column < width; column++) {
      stretch.append(sign(row, column));
      if (column + 1 == width || !inks[row][column].equals(inks[row][column + 1])) {
        text.append(inks[row][column].on(page, stretch.toString()));
        stretch.setLength(0);
      }
    }
    return text.toString();
  }

  private char sign(int row, int column) {
    if (marks[row][column] != 0) {
      return marks[row][column];
    }
    return dots[row][column] == 0 ? ' ' : (char) (BLANK + dots[row][column]);
  }
}
