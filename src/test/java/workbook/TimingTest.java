package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class TimingTest {
  @Test
  void theTimeOfTheWholeLoopIsSharedByItsRounds() {
    var began = System.nanoTime();
    var perRound = Timing.nanosPerRound(10, rounds -> spin(1_000_000) + rounds);
    var all = System.nanoTime() - began;

    assertTrue(perRound >= 100_000, "ten rounds of 1,000,000 ns took " + perRound + " ns each");
    assertTrue(perRound * 10 <= all, "more than the time that passed: " + perRound);
  }

  @Test
  void theLoopsResultIsUsed() {
    Timing.nanosPerRound(3, rounds -> rounds * 14L);

    assertEquals(42, Timing.lastResult());
  }

  @Test
  void aLoopOfNoRoundsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Timing.nanosPerRound(0, rounds -> 0));
  }

  private static long spin(long nanos) {
    var start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
    return start;
  }
}
