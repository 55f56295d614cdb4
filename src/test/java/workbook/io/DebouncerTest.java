package workbook.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When a file counts as saved, on a clock made by hand.
@Tag("fast")
class DebouncerTest {
  private static final String GONE = "";

  private final Debouncer debouncer = new Debouncer(bytes("old"));
  private final List<Long> told = new ArrayList<>();
  private long now;

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The file holds this for so long; it is looked at every 10 ms.
  private void holds(String text, int millis) {
    for (var end = now + millis; now < end; now += 10) {
      if (debouncer.sees(bytes(text), TimeUnit.MILLISECONDS.toNanos(now))) {
        told.add(now);
      }
    }
  }

  @Test
  void whatDoesNotChangeIsNoNews() {
    holds("old", 5_000);
    assertEquals(List.of(), told);
    assertFalse(debouncer.unsettled());
  }

  @Test
  void aNewTextIsToldOnceItStays() {
    holds("new", 20);
    assertTrue(debouncer.unsettled());
    holds("new", 5_000);
    assertEquals(List.of(40L), told);
    assertFalse(debouncer.unsettled());
  }

  @Test
  void aTextThatGrowsIsToldWhenItIsWhole() {
    holds("cl", 30);
    holds("class A", 30);
    holds("class A {}", 100);
    assertEquals(List.of(100L), told);
  }

  @Test
  void aFileThatIsCutToNothingAndWrittenIsToldOnce() {
    holds(GONE, 900);
    holds("new", 100);
    assertEquals(List.of(940L), told);
  }

  @Test
  void savingTheSameTextIsNoNews() {
    holds(GONE, 500);
    holds("old", 5_000);
    assertEquals(List.of(), told);
  }

  @Test
  void aFileThatStaysGoneIsTold() {
    holds(GONE, 3_000);
    assertEquals(List.of(1_000L), told);
    holds("old", 100);
    assertEquals(List.of(1_000L, 3_040L), told);
  }

  @Test
  void theClockMayStartAnywhere() {
    now = TimeUnit.NANOSECONDS.toMillis(Long.MIN_VALUE);
    holds("new", 100);
    assertEquals(1, told.size());
  }
}
