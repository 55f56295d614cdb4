package workbook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.page.Assessment;
import workbook.page.Assessment.Kind;

@Tag("fast")
class AssessmentTextTest {
  @Test
  void rightIsSaidOnce() {
    assertEquals("✓ Right.\n", text(Kind.RIGHT, "Right."));
    assertEquals("✓ Right.\nTwo halves.\n", text(Kind.RIGHT, "right: two halves."));
    assertEquals("✓ Close.\nRight enough.\n", text(Kind.CLOSE, "right enough."));
  }

  @Test
  void aCommentBeginsWithACapitalLetter() {
    assertEquals("✗ Not this time.\nThe lock.\n", text(Kind.WRONG, "the lock."));
  }

  private static String text(Kind kind, String comment) {
    return AssessmentText.of(new Assessment(kind, comment), "", Samples.WIDE);
  }
}
