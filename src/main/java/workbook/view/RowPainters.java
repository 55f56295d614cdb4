package workbook.view;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import workbook.Outcome;
import workbook.Span;

/// What is painted in the rows of bars, boxes, timelines and outcomes.
///
/// @param style colours and typefaces
record RowPainters(Style style) {
  private static final BasicStroke THIN = new BasicStroke(1.4f);
  private static final BasicStroke THICK = new BasicStroke(2.4f);
  private static final double GAP = 8;
  private static final double PLATE_INSET = 4;
  private static final double PLATE_HEIGHT = 16;

  /// How much of a hatch must be left beside a name for the name to be written.
  private static final double HATCH_SHOWN = 20;

  /// A bar up to the median, a whisker between the quartiles, the figures behind both.
  void bar(
      Graphics2D to, Row row, String unit, Rectangle2D band, double zero, DoubleUnaryOperator x) {
    var median = x.applyAsDouble(row.median());
    style.fill(
        to, between(Math.min(zero, median), Math.max(zero, median), band), row.look(), false);
    var first = x.applyAsDouble(row.point().quantile(0.25));
    var third = x.applyAsDouble(row.point().quantile(0.75));
    if (third - first > 1) {
      to.setPaint(style.theme().ink);
      to.setStroke(THIN);
      to.draw(new Line2D.Double(first, band.getCenterY(), third, band.getCenterY()));
      tick(to, first, band);
      tick(to, third, band);
    }
    text(to, Numbers.of(row.median(), unit), Math.max(Math.max(median, third), zero), band);
  }

  /// A box between the quartiles with the median in it, whiskers to the 5th and 95th percentile.
  void box(Graphics2D to, Row row, String unit, Rectangle2D band, DoubleUnaryOperator x) {
    DoubleUnaryOperator at = share -> x.applyAsDouble(row.point().quantile(share));
    var colour = row.look().colour(style.theme());
    to.setPaint(colour);
    to.setStroke(THIN);
    var middle = band.getCenterY();
    to.draw(new Line2D.Double(at.applyAsDouble(0.05), middle, at.applyAsDouble(0.95), middle));
    tick(to, at.applyAsDouble(0.05), band);
    tick(to, at.applyAsDouble(0.95), band);
    var box = between(at.applyAsDouble(0.25), at.applyAsDouble(0.75), band);
    style.fill(to, box, row.look(), true);
    to.setPaint(colour);
    to.setStroke(THIN);
    to.draw(box);
    to.setStroke(THICK);
    var median = at.applyAsDouble(0.5);
    to.draw(new Line2D.Double(median, band.getMinY(), median, band.getMaxY()));
    text(to, Numbers.of(row.median(), unit), at.applyAsDouble(0.95), band);
  }

  /// The spans of a lane one after the other, with their states written in them where there is
  /// room.
  void lane(Graphics2D to, List<Span> lane, Looks looks, Rectangle2D band, DoubleUnaryOperator x) {
    for (var span : lane) {
      var look = looks.of(span.state());
      var idle = TimelineStates.idle(span.state());
      var bar = between(x.applyAsDouble(span.from()), x.applyAsDouble(span.to()), band);
      style.fill(to, bar, look, idle);
      var wide = style.fonts().width(span.state(), Style.SMALL) + GAP;
      var hatched = look.hatch() == Hatch.PLAIN ? 0 : HATCH_SHOWN;
      if (wide + 2 * PLATE_INSET + hatched < bar.getWidth()) {
        name(to, span.state(), look, idle, plate(bar, wide));
      }
    }
  }

  /// Where a state's name stands in its bar: on the left, with the hatch to be seen around it.
  private static Rectangle2D plate(Rectangle2D bar, double width) {
    var height = Math.min(PLATE_HEIGHT, bar.getHeight());
    return new Rectangle2D.Double(
        bar.getX() + PLATE_INSET, bar.getCenterY() - height / 2, width, height);
  }

  /// A state's name on a ground without a hatch.
  private void name(Graphics2D to, String state, Look look, boolean idle, Rectangle2D plate) {
    var colour = look.colour(style.theme());
    to.setPaint(idle ? style.theme().pale(colour) : colour);
    to.fill(plate);
    to.setPaint(idle ? style.theme().ink : style.theme().paper);
    to.setFont(style.fonts().regular(Style.SMALL));
    to.drawString(state, (float) (plate.getX() + GAP / 2), baseline(to, plate));
  }

  /// The heading of a group of outcomes: how many there are.
  void group(Graphics2D to, OutcomeGroup group, Rectangle2D band, DoubleUnaryOperator x) {
    to.setFont(style.fonts().regular(Style.TEXT));
    to.setPaint(style.theme().muted);
    to.drawString(
        "100 % = " + Numbers.of(group.whole()), (float) x.applyAsDouble(0), baseline(to, band));
  }

  /// A bar for the share of an outcome in its group, then its count, whether it was allowed and
  /// what it means.
  void outcome(
      Graphics2D to, Outcome outcome, long whole, Rectangle2D band, DoubleUnaryOperator x) {
    var start = x.applyAsDouble(0);
    to.setPaint(style.theme().grid);
    to.fill(between(start, x.applyAsDouble(1), band));
    if (outcome.count() > 0) {
      var end = x.applyAsDouble((double) outcome.count() / whole);
      style.fill(to, between(start, end, band), look(outcome), false);
    }
    text(to, says(outcome, whole), x.applyAsDouble(1), band);
  }

  static String says(Outcome outcome, long whole) {
    return "%s (%s), %s: %s"
        .formatted(
            Numbers.of(outcome.count()),
            Numbers.share(outcome.count(), whole),
            outcome.expected().name().toLowerCase(Locale.ROOT),
            outcome.meaning());
  }

  /// One look for each expectation, whichever outcomes there are.
  static Look look(Outcome outcome) {
    return switch (outcome.expected()) {
      case ACCEPTABLE -> new Look(0);
      case INTERESTING -> new Look(1);
      case FORBIDDEN -> new Look(4);
    };
  }

  /// From one place to another, at least a pixel wide.
  private static Rectangle2D between(double left, double right, Rectangle2D band) {
    return new Rectangle2D.Double(left, band.getY(), Math.max(1, right - left), band.getHeight());
  }

  private static void tick(Graphics2D to, double x, Rectangle2D band) {
    var half = band.getHeight() / 5;
    to.draw(new Line2D.Double(x, band.getCenterY() - half, x, band.getCenterY() + half));
  }

  private void text(Graphics2D to, String text, double x, Rectangle2D band) {
    to.setPaint(style.theme().ink);
    to.setFont(style.fonts().regular(Style.TEXT));
    to.drawString(text, (float) (x + GAP), baseline(to, band));
  }

  /// Where letters must stand to be in the middle of a band.
  private static float baseline(Graphics2D to, Rectangle2D band) {
    var letters = to.getFontMetrics();
    return (float) (band.getCenterY() + (letters.getAscent() - letters.getDescent()) / 2.0);
  }
}
