package workbook.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a line that is too wide for the screen looks like.
@Tag("fast")
class LineBreakerTest {
  private static List<String> broken(String line, int width) {
    return LineBreaker.broken(new AttributedString(line), width).stream()
        .map(AttributedString::toString)
        .toList();
  }

  @Test
  void aLineThatFitsIsLeftAlone() {
    assertEquals(List.of("    count = read + 1;"), broken("    count = read + 1;", 21));
  }

  @Test
  void codeIsBrokenBetweenWordsAndGoesOnFurtherToTheRight() {
    assertEquals(
        List.of("  Thread.onSpinWait(); // a", "      short pause, as if"),
        broken("  Thread.onSpinWait(); // a short pause, as if", 28));
  }

  @Test
  void aWordThatIsTooLongIsBrokenAnywhere() {
    assertEquals(
        List.of("explore", "    --sched", "    ule=3.1", "    +6fe"),
        broken("explore --schedule=3.1+6fe", 11));
  }

  @Test
  void nothingIsLostOnAScreenOfAFewColumns() {
    var parts = broken("          aaaa bbbb", 4);
    assertEquals("aaaabbbb", String.join("", parts).replace(" ", ""));
  }
}
