package workbook.view;

import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.svg.SVGGraphics2D;
import workbook.Chart;
import workbook.Parameter;
import workbook.Result;

/// A chart as a picture for a page, a slide or a screen.
public final class Picture {
  private Picture() {}

  /// Whether a file of this name can be written: it ends in `.png`, `.svg` or `.pdf`.
  public static boolean hasFormat(Path file) {
    return isPng(file) || isSvg(file) || isPdf(file);
  }

  /// Draws a chart into a file, as PNG, SVG or PDF by the ending of its name. An existing file is
  /// replaced.
  ///
  /// @param declared the experiment's parameters, which know their units
  /// @param size as large as the chart needs where it is empty
  /// @throws MissingToolException when the machine lacks what pictures need
  /// @throws IOException when the file cannot be written; part of it may have been
  /// @throws IllegalArgumentException when the name has another ending
  public static void write(
      Chart chart,
      Result result,
      List<Parameter> declared,
      Theme theme,
      Optional<PictureSize> size,
      Path file)
      throws IOException {
    if (!hasFormat(file)) {
      throw new IllegalArgumentException(
          "A picture's file name must end in .png, .svg or .pdf; %s does not."
              .formatted(file.getFileName()));
    }
    var style = new Style(theme, Fonts.load());
    if (isSvg(file)) {
      Files.writeString(file, svg(chart, result, declared, style, size));
    } else if (isPdf(file)) {
      var drawing = PictureDrawing.of(chart, result, declared, style, size);
      PdfPicture.write(drawing.size(), chart.title(), style.fonts(), to -> draw(drawing, to), file);
    } else {
      var drawing =
          PictureDrawing.of(chart, result, declared, style, size.map(PictureSize::points));
      writePng(image(drawing, size.orElse(drawing.size().pixels())), file);
    }
  }

  /// A chart as the text of an SVG file, as large as it needs.
  ///
  /// @param declared the experiment's parameters, which know their units
  /// @throws MissingToolException when the machine lacks what pictures need
  /// @throws IOException when the letters cannot be read
  public static String svg(Chart chart, Result result, List<Parameter> declared, Theme theme)
      throws IOException {
    return svg(chart, result, declared, new Style(theme, Fonts.load()), Optional.empty());
  }

  private static String svg(
      Chart chart, Result result, List<Parameter> declared, Style style, Optional<PictureSize> size)
      throws IOException {
    var drawing = PictureDrawing.of(chart, result, declared, style, size);
    var says = description(chart, result);
    return SvgText.complete(svg(drawing, says), drawing.size(), chart.title(), says, style.fonts());
  }

  /// What a chart shows, in words, for who can't see it.
  public static String description(Chart chart, Result result) {
    return ChartDescription.of(chart, result.observations());
  }

  /// Shows a chart in a window. Blocks until the window is closed; interruption closes it.
  ///
  /// @param declared the experiment's parameters, which know their units
  /// @throws MissingToolException when there is no display, or no fonts
  public static void window(Chart chart, Result result, List<Parameter> declared)
      throws MissingToolException, InterruptedException {
    var drawing =
        PictureDrawing.of(
            chart, result, declared, new Style(Theme.LIGHT, Fonts.load()), Optional.empty());
    if (GraphicsEnvironment.isHeadless()) {
      throw new MissingToolException(
          "There is no display for a window: choose png, svg, pdf or term instead.", null);
    }
    PictureWindow.show(drawing);
  }

  private static boolean isPng(Path file) {
    return name(file).endsWith(".png");
  }

  private static boolean isSvg(Path file) {
    return name(file).endsWith(".svg");
  }

  private static boolean isPdf(Path file) {
    return name(file).endsWith(".pdf");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  private static void writePng(BufferedImage image, Path file) throws IOException {
    try (var out = Files.newOutputStream(file);
        var png = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", png);
    }
  }

  private static BufferedImage image(PictureDrawing drawing, PictureSize size) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.scale(PictureSize.SHARPNESS, PictureSize.SHARPNESS);
    draw(drawing, graphics);
    graphics.dispose();
    return image;
  }

  /// @param says what it shows; the names in the file come from that, so that the same picture is
  ///   the same text every time, and two pictures may stand in one page
  private static String svg(PictureDrawing drawing, String says) {
    var graphics = new SVGGraphics2D(drawing.width(), drawing.height());
    graphics.setDefsKeyPrefix("p" + Integer.toHexString(says.hashCode()) + "-");
    graphics.setFontFunction(SvgText::family);
    draw(drawing, graphics);
    return graphics.getSVGDocument();
  }

  private static void draw(PictureDrawing drawing, Graphics2D to) {
    drawing.chart().draw(to, new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
  }
}
