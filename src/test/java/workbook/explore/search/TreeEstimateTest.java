package workbook.explore.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class TreeEstimateTest {
  @Test
  void aTreeWhoseBranchesAreAlikeIsGuessedExactly() {
    var estimate = new TreeEstimate();
    for (var leaf = 1; leaf <= 1000; leaf++) {
      var guess = estimate.after(leaf, leaf / 1000.0);
      assertEquals(1000, guess.executions());
      assertEquals(0, guess.moved());
    }
  }

  @Test
  void itTellsHowFarTheGuessHasMovedSinceNoMoreThanHalfTheRuns() {
    var estimate = new TreeEstimate();
    estimate.after(100, 0.1);
    estimate.after(200, 0.1);
    assertEquals(new SearchObserver.Estimate(3000, 2000), estimate.after(300, 0.1));
  }

  @Test
  void beforeAnythingIsDoneThereIsNoGuess() {
    assertEquals(new SearchObserver.Estimate(0, 0), new TreeEstimate().after(1, 0));
  }
}
