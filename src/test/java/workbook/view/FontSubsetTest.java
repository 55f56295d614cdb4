package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FontSubsetTest {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  @Test
  @DrawsPictures
  void theLettersOfTheTextLookAsInTheWholeFontAndThereAreNoOthers() throws Exception {
    var text = "Größe é Ř, µs – 0123";
    var fonts = Fonts.load();
    var file = fonts.regularOf(text);
    var subset = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));

    assertEquals(-1, subset.canDisplayUpTo(text));
    assertFalse(subset.canDisplay('x'));
    assertTrue(file.length < 12_000, file.length + " bytes");
    for (var letter : text.split("")) {
      var whole = fonts.regular(20).createGlyphVector(SMOOTH, letter);
      var part = subset.deriveFont(20f).createGlyphVector(SMOOTH, letter);
      assertEquals(whole.getOutline().getBounds2D(), part.getOutline().getBounds2D(), letter);
      assertEquals(whole.getLogicalBounds(), part.getLogicalBounds(), letter);
    }
  }

  @Test
  @DrawsPictures
  void aLetterThatTheFontLacksIsLeftOut() throws Exception {
    var file = Fonts.load().strongOf("a\u4e2d\ud835\udd04");
    var subset = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    assertTrue(subset.canDisplay('a'));
  }
}
