package workbook.view;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

/// What a drawing in SVG lacks to stand alone: its title and a description for whoever cannot see
/// it, and the letters of its texts.
final class SvgText {
  private static final Pattern TEXT = Pattern.compile("<text([^>]*)>([^<]*)</text>");
  private static final String STRONG = "font-weight: 600";

  private SvgText() {}

  /// The typeface of a text; another where a program ignores the one in the file.
  static String family(String ours) {
    var family = "Inter, Helvetica, Arial, sans-serif";
    return ours.contains("SemiBold") ? family + "; " + STRONG : family;
  }

  /// @param svg a document whose first element is `svg`
  static String complete(
      String svg, PictureSize size, String title, String description, Fonts fonts)
      throws IOException {
    var regular = new StringBuilder();
    var strong = new StringBuilder();
    for (var text = TEXT.matcher(svg); text.find(); ) {
      (text.group(1).contains(STRONG) ? strong : regular).append(text.group(2));
    }
    var head =
        " viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title><desc>%s</desc><style>%s%s</style>"
            .formatted(
                size.width(),
                size.height(),
                escaped(title),
                escaped(description),
                face(400, fonts.regularOf(regular.toString())),
                face(600, fonts.strongOf(strong.toString())));
    var end = svg.indexOf('>', svg.indexOf("<svg"));
    return svg.substring(0, end) + head + svg.substring(end + 1);
  }

  private static String face(int weight, byte[] font) {
    return "@font-face{font-family:Inter;font-weight:%d;src:url(data:font/ttf;base64,%s)}"
        .formatted(weight, Base64.getEncoder().encodeToString(font));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
