package workbook.view;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The typefaces of pictures: Inter, which comes with the workbook, in two weights.
///
/// @param regular for figures and names
/// @param strong for titles
record Fonts(Font regular, Font strong) {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  /// Loads the typefaces. The first call takes some hundred milliseconds.
  ///
  /// @throws MissingTool when Java's graphics cannot start here, as on a machine without fontconfig
  static Fonts load() throws MissingToolException {
    try {
      var fonts = new Fonts(font("Inter-Regular.ttf"), font("Inter-SemiBold.ttf"));
      fonts.width("graphics are awake", 12);
      return fonts;
    } catch (RuntimeException
        | LinkageError
        | InternalError
        | IOException
        | FontFormatException e) {
      throw new MissingToolException(
          "Pictures need fonts, and Java finds none here: install fontconfig and a font, for"
              + " example with apt install fontconfig fonts-dejavu-core.",
          e);
    }
  }

  /// From the file itself where there is one: from a stream, Java makes a temporary copy, and where
  /// graphics cannot start it leaves that behind.
  private static Font font(String name) throws IOException, FontFormatException {
    var resource = Fonts.class.getResource(name);
    if (resource == null) {
      return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }
    if (resource.getProtocol().equals("file")) {
      return Font.createFont(Font.TRUETYPE_FONT, Path.of(URI.create(resource.toString())).toFile());
    }
    try (var in = resource.openStream()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    }
  }

  /// A font file with these letters in the regular weight.
  byte[] regularOf(String text) throws IOException {
    return subset("Inter-Regular.ttf", regular, text);
  }

  /// A font file with these letters in the strong weight.
  byte[] strongOf(String text) throws IOException {
    return subset("Inter-SemiBold.ttf", strong, text);
  }

  /// The whole font files, by the typeface that is read from each; none where they are missing.
  Map<Font, byte[]> files() throws IOException {
    var files = new LinkedHashMap<Font, byte[]>();
    for (var name : List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf")) {
      try (var in = Fonts.class.getResourceAsStream(name)) {
        if (in != null) {
          files.put(files.isEmpty() ? regular : strong, in.readAllBytes());
        }
      }
    }
    return files;
  }

  private static byte[] subset(String name, Font font, String text) throws IOException {
    try (var in = Fonts.class.getResourceAsStream(name)) {
      return in == null ? new byte[0] : FontSubset.of(in.readAllBytes(), font, text);
    }
  }

  Font regular(double size) {
    return regular.deriveFont((float) size);
  }

  Font strong(double size) {
    return strong.deriveFont((float) size);
  }

  /// The width of a text in the regular weight, in pixels.
  double width(String text, double size) {
    return regular(size).getStringBounds(text, SMOOTH).getWidth();
  }
}
