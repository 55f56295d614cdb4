package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import programs.Hurried;

/// A verdict that rests on samples says what they are worth.
@Tag("fast")
final class SamplesTest {
  private static final int SEEDS = 200;
  private static final int SAMPLES = 6;

  /// The seeds are fixed, so the count is the same each time.
  @Test
  void aFailureOfOnePreemptionIsMetAtLeastAsOftenAsSaid() {
    var chances = new ArrayList<Double>();
    for (var seed = 0; seed < SEEDS; seed++) {
      var verdict = Explorer.explore(Hurried::losesAnUpdate, sampling(1000L * seed));
      if (verdict instanceof Verdict.Holds holds) {
        assertEquals(Coverage.SAMPLED, holds.coverage());
        chances.add(holds.chance());
      }
    }
    var missed = chances.size();
    assertTrue(missed > 0 && missed < SEEDS, missed + " of " + SEEDS);
    for (var chance : chances) {
      assertTrue(chance > 0.01, "it is known: " + chance);
      assertTrue(SEEDS - missed >= chance * SEEDS, missed + " missed, " + chance);
    }
  }

  @Test
  void whereOtherThingsAreDrawnTooNoProbabilityIsSaid() {
    var verdict = Explorer.explore(Hurried::sleeps, sampling(0));
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertEquals(Coverage.SAMPLED, holds.coverage());
    assertEquals(0, holds.chance());
  }

  @Test
  void theWordsRoundDown() {
    assertTrue(sampled(0.3999).says().endsWith("with a probability of at least 39 %"));
    assertTrue(sampled(0.00234).says().endsWith("with a probability of at least 0.2 %"));
    assertTrue(sampled(0).says().endsWith("not all with at most 2 preemptions"));
  }

  private static Verdict sampled(double chance) {
    return new Verdict.Holds(100, 0, 2, Coverage.SAMPLED, 42, chance, -1, 0);
  }

  private static Budget sampling(long seed) {
    return new Budget(2, 1, 1_000_000, SAMPLES, seed, Duration.ofMinutes(10), true);
  }
}
