package workbook.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Chart;
import workbook.Outcome;

/// Two series of one picture can be told apart, with or without colours. Each kind of chart that
/// the book draws is looked at as it draws: colours together with hatches, or with dashes and
/// markers.
@Tag("fast")
class PictureContrastTest {
  /// The least distance (CIE 1976) of two series, as a mean over the pixels that either of them
  /// draws; 2.3 is just noticeable. `CONTRIBUTING.md` states it, too.
  private static final double LEAST = 6;

  private static final int WIDTH = 90;
  private static final int HEIGHT = 26;
  private static final Rectangle2D BAR = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);

  /// What one series draws.
  ///
  /// @param look whose: the same look is the same series, pale or not
  private record Swatch(String name, Look look, int[] pixels) {}

  @ParameterizedTest
  @EnumSource
  void noTwoSeriesOfAPictureAreNearerThanTheLeast(Theme theme) {
    swatches(theme)
        .forEach(
            (kind, all) -> {
              for (var one = 0; one < all.size(); one++) {
                for (var other = 0; other < one; other++) {
                  assertApart(kind, all.get(one), all.get(other), theme);
                }
              }
            });
  }

  private static void assertApart(Class<?> kind, Swatch one, Swatch other, Theme theme) {
    for (var eye : ColourVision.values()) {
      var distance = distance(one, other, eye, theme);
      assertTrue(
          one.look().equals(other.look()) || distance >= LEAST,
          () ->
              "%s, %s, %s: %s and %s are %.1f apart. Mend Look, Hatch or Theme."
                  .formatted(kind.getSimpleName(), theme, eye, one.name(), other.name(), distance));
    }
  }

  /// What there may be in each kind of chart of the book.
  private static Map<Class<?>, List<Swatch>> swatches(Theme theme) {
    var swatches = new LinkedHashMap<Class<?>, List<Swatch>>();
    Contents.LESSONS.stream()
        .flatMap(lesson -> lesson.experiments().stream())
        .flatMap(experiment -> experiment.charts().stream())
        .forEach(
            chart -> swatches.computeIfAbsent(chart.getClass(), kind -> swatches(chart, theme)));
    return swatches;
  }

  private static List<Swatch> swatches(Chart kind, Theme theme) {
    return switch (kind) {
      case Chart.Bars _ -> areas(looks(), false, theme);
      case Chart.Distribution _ -> areas(looks(), true, theme);
      case Chart.Lines _ -> lines(theme);
      case Chart.Timeline _ -> {
        var states = new ArrayList<>(areas(looks(), false, theme));
        states.addAll(areas(looks(), true, theme));
        yield states;
      }
      case Chart.Outcomes _ -> areas(expectations(), false, theme);
      case Chart.Conversation _ -> List.of(); // each party has a lane of its own, with its name
    };
  }

  private static List<Look> looks() {
    return IntStream.range(0, Look.COLOURS).mapToObj(Look::new).toList();
  }

  private static List<Look> expectations() {
    return List.of(Outcome.Expectation.values()).stream()
        .map(expected -> RowPainters.look(new Outcome("", expected, 1, "")))
        .toList();
  }

  private static List<Swatch> areas(List<Look> looks, boolean pale, Theme theme) {
    var style = new Style(theme, null); // no letters, no fonts
    return looks.stream()
        .map(
            look ->
                new Swatch(
                    look + (pale ? ", pale" : ""),
                    look,
                    drawn(theme, to -> style.fill(to, BAR, look, pale))))
        .toList();
  }

  private static List<Swatch> lines(Theme theme) {
    return looks().stream()
        .map(look -> new Swatch(look.toString(), look, drawn(theme, to -> line(to, look, theme))))
        .toList();
  }

  /// A line from one marker to the next.
  private static void line(Graphics2D to, Look look, Theme theme) {
    var middle = HEIGHT / 2.0;
    to.setPaint(look.colour(theme));
    to.setStroke(look.line());
    to.draw(new Line2D.Double(6, middle, WIDTH - 6, middle));
    for (var x : new double[] {6, WIDTH - 6}) {
      to.fill(
          AffineTransform.getTranslateInstance(x, middle).createTransformedShape(look.marker()));
    }
  }

  private static int[] drawn(Theme theme, Consumer<Graphics2D> drawing) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(theme.paper);
    graphics.fill(BAR);
    drawing.accept(graphics);
    graphics.dispose();
    return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }

  private static double distance(Swatch one, Swatch other, ColourVision eye, Theme theme) {
    Color paper = theme.paper;
    return IntStream.range(0, WIDTH * HEIGHT)
        .filter(p -> one.pixels()[p] != paper.getRGB() || other.pixels()[p] != paper.getRGB())
        .mapToDouble(
            p -> ColourVision.distance(eye.seen(one.pixels()[p]), eye.seen(other.pixels()[p])))
        .average()
        .orElse(0);
  }
}
