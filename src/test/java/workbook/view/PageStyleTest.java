package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The words on a class's pages stand out from what they lie on, by day and by night.
@Tag("fast")
class PageStyleTest {
  /// The least contrast of a text, after WCAG 2.2, 1.4.3.
  private static final double CONTRAST = 4.5;

  private static final List<String> WORDS = List.of("ink", "muted", "link", "good", "bad", "open");

  private static final List<String> PAPERS = List.of("paper", "band");

  private static double luminance(int rgb) {
    return ColourVision.luminance(ColourVision.FULL.seen(rgb));
  }

  @Test
  void wordsStandOut() throws IOException {
    var style = Files.readString(Path.of("src/main/resources/workbook/report/page.css"));
    var dark = style.indexOf("@media (prefers-color-scheme: dark)");
    for (var colours : List.of(colours(style.substring(0, dark)), colours(style.substring(dark)))) {
      assertEquals(9, colours.size(), colours.toString());
      for (var word : WORDS) {
        for (var paper : PAPERS) {
          var one = luminance(colours.get(word));
          var other = luminance(colours.get(paper));
          var contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          assertTrue(contrast >= CONTRAST, word + " on " + paper + ": " + contrast);
        }
      }
    }
  }

  private static Map<String, Integer> colours(String style) {
    var colours = new HashMap<String, Integer>();
    var found = Pattern.compile("--(\\w+): #([0-9a-f]{6});").matcher(style);
    while (found.find()) {
      colours.put(found.group(1), Integer.parseInt(found.group(2), 16));
    }
    return colours;
  }
}
