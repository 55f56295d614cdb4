package workbook.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server ends a few seconds after the last page is closed, and not before.
@Tag("fast")
final class PresenceTest {
  /// Clocks may begin anywhere, and pass the largest number.
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

  private final Presence presence = new Presence(now::get);

  private void pass(long seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void beforeTheFirstPageItGoesOn() {
    pass(100_000);
    assertFalse(presence.ended());
  }

  @Test
  void fromOnePageToTheNextItGoesOn() {
    presence.here("one");
    presence.gone("one");
    pass(4);
    presence.here("two");
    pass(100);
    assertFalse(presence.ended());
    presence.gone("one");
    pass(6);
    assertFalse(presence.ended(), "a page that is gone already closes no other");
    presence.gone("two");
    assertFalse(presence.ended());
    pass(5);
    assertTrue(presence.ended());
  }

  @Test
  void aPageThatSaysNothingForLongIsClosed() {
    presence.here("one");
    presence.here("two");
    pass(149);
    presence.here("two");
    pass(149);
    assertFalse(presence.ended());
    pass(1);
    assertFalse(presence.ended(), "it may be on its way to the next");
    pass(5);
    assertTrue(presence.ended());
  }
}
