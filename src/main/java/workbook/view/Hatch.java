package workbook.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// What an area is filled with besides its colour. Lines of neighbouring areas meet. Nothing is
/// clipped, so that a drawing in a vector format stays small.
enum Hatch {
  PLAIN,
  RISING,
  CROSSED,
  LEVEL,
  DOTTED,
  FALLING,
  UPRIGHT,
  GRID;

  private static final double STEP = 7;
  private static final double DOT = 1.8;
  private static final BasicStroke LINE =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

  /// Narrower areas would show nothing but their hatch.
  private static final double NARROWEST = 5;

  /// Fills an area with its ground, and with lines on it.
  void fill(Graphics2D to, Rectangle2D area, Color ground, Color lines) {
    to.setPaint(ground);
    to.fill(area);
    if (this != PLAIN && area.getWidth() >= NARROWEST) {
      to.setPaint(lines);
      to.setStroke(LINE);
      if (this == DOTTED) {
        dots(to, area);
      } else {
        to.draw(lines(area));
      }
    }
  }

  private Path2D lines(Rectangle2D in) {
    var path = new Path2D.Double();
    switch (this) {
      case RISING -> rising(path, in, STEP);
      case FALLING -> falling(path, in, STEP);
      case CROSSED -> {
        rising(path, in, STEP * 1.4);
        falling(path, in, STEP * 1.4);
      }
      case LEVEL -> level(path, in);
      case UPRIGHT -> upright(path, in);
      case GRID -> {
        level(path, in);
        upright(path, in);
      }
      case PLAIN, DOTTED -> {
        // nothing, or no lines
      }
    }
    return path;
  }

  /// The places x + y = n steps.
  private static void rising(Path2D path, Rectangle2D in, double step) {
    for (var sum = first(in.getMinX() + in.getMinY(), step * 1.4);
        sum < in.getMaxX() + in.getMaxY();
        sum += step * 1.4) {
      var left = Math.max(in.getMinX(), sum - in.getMaxY());
      var right = Math.min(in.getMaxX(), sum - in.getMinY());
      line(path, left, sum - left, right, sum - right);
    }
  }

  /// The places x - y = n steps.
  private static void falling(Path2D path, Rectangle2D in, double step) {
    for (var difference = first(in.getMinX() - in.getMaxY(), step * 1.4);
        difference < in.getMaxX() - in.getMinY();
        difference += step * 1.4) {
      var left = Math.max(in.getMinX(), difference + in.getMinY());
      var right = Math.min(in.getMaxX(), difference + in.getMaxY());
      line(path, left, left - difference, right, right - difference);
    }
  }

  /// Lines from the middle up and down, so that bars of one height look alike.
  private static void level(Path2D path, Rectangle2D in) {
    var lines = Math.max(1, (int) (in.getHeight() / STEP));
    for (var line = 1; line <= lines; line++) {
      var y = in.getMinY() + in.getHeight() * line / (lines + 1);
      line(path, in.getMinX(), y, in.getMaxX(), y);
    }
  }

  private static void upright(Path2D path, Rectangle2D in) {
    for (var x = first(in.getMinX(), STEP); x < in.getMaxX(); x += STEP) {
      line(path, x, in.getMinY(), x, in.getMaxY());
    }
  }

  private static void dots(Graphics2D to, Rectangle2D in) {
    var rows = Math.max(2, (int) Math.round(in.getHeight() / STEP));
    for (var row = 0; row < rows; row++) {
      var y = in.getMinY() + in.getHeight() * (row + 0.5) / rows;
      var shift = row % 2 * STEP / 2;
      for (var x = first(in.getMinX() + DOT, STEP) + shift; x < in.getMaxX() - DOT; x += STEP) {
        to.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
      }
    }
  }

  private static double first(double from, double step) {
    return Math.ceil(from / step) * step;
  }

  private static void line(Path2D path, double x, double y, double toX, double toY) {
    path.moveTo(x, y);
    path.lineTo(toX, toY);
  }
}
