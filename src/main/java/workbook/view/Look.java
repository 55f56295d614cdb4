package workbook.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// How one of the things compared is drawn: in a colour, and, for whoever cannot see it, with a
/// second code: a dash and a marker for a line, a hatch for an area. The first eight differ in all
/// of them, the first 64 in the colour or in the others.
///
/// @param number counted from 0
record Look(int number) {
  /// How many colours, dashes, markers and hatches there are.
  static final int COLOURS = 8;

  private static final float WIDTH = 2.2f;
  private static final double SIZE = 4;

  /// Drawn and left out, in pixels; none for a line without gaps.
  private static final float[][] DASHES = {
    {},
    {9, 5},
    {2.5f, 3.5f},
    {12, 4, 2.5f, 4},
    {18, 5},
    {5, 3},
    {14, 4, 2.5f, 4, 2.5f, 4},
    {18, 4, 6, 4}
  };

  Color colour(Theme theme) {
    return theme.series(number);
  }

  TextColor ink() {
    return TextColor.of(number);
  }

  /// Which dash, marker and hatch, counted from 0.
  int code() {
    return (number + number / COLOURS) % COLOURS;
  }

  Hatch hatch() {
    return Hatch.values()[code()];
  }

  BasicStroke line() {
    var dash = DASHES[code()];
    return dash.length == 0
        ? new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  /// A shape around 0, 0.
  Shape marker() {
    return switch (code()) {
      case 0 -> circle(SIZE);
      case 1 -> square(SIZE);
      case 2 -> polygon(0, -1.3, 1.25, 0.9, -1.25, 0.9);
      case 3 -> turned(square(SIZE * 0.95));
      case 4 -> polygon(0, 1.3, -1.25, -0.9, 1.25, -0.9);
      case 5 -> plus();
      case 6 -> turned(plus());
      default -> star();
    };
  }

  private static Shape circle(double radius) {
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  private static Shape square(double size) {
    return new Rectangle2D.Double(-size * 0.9, -size * 0.9, size * 1.8, size * 1.8);
  }

  private static Shape plus() {
    var plus = new Area(new Rectangle2D.Double(-SIZE * 1.2, -1.3, SIZE * 2.4, 2.6));
    plus.add(new Area(new Rectangle2D.Double(-1.3, -SIZE * 1.2, 2.6, SIZE * 2.4)));
    return plus;
  }

  private static Shape star() {
    var corners = new double[20];
    for (var corner = 0; corner < 10; corner++) {
      var radius = corner % 2 == 0 ? 1.6 : 0.65;
      corners[2 * corner] = radius * Math.sin(Math.PI * corner / 5);
      corners[2 * corner + 1] = -radius * Math.cos(Math.PI * corner / 5);
    }
    return polygon(corners);
  }

  private static Shape turned(Shape shape) {
    return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(shape);
  }

  /// @param corners x and y of each, in units of the size
  private static Shape polygon(double... corners) {
    var polygon = new Path2D.Double();
    polygon.moveTo(corners[0] * SIZE, corners[1] * SIZE);
    for (var corner = 2; corner < corners.length; corner += 2) {
      polygon.lineTo(corners[corner] * SIZE, corners[corner + 1] * SIZE);
    }
    polygon.closePath();
    return polygon;
  }
}
