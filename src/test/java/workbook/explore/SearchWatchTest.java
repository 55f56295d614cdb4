package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import programs.ThreeByThree;

/// Who watches a search learns how far it is, and can end it.
@Tag("fast")
final class SearchWatchTest {
  private static final Subject SUBJECT = Subject.of(ThreeByThree.class);

  @Test
  void aSearchThatIsStoppedTellsWhatItHasFound() {
    var watch = new SearchWatch();
    watch.stop();
    var verdict = Explorer.explore(SUBJECT, Budget.DEFAULT, watch);
    var cut = assertInstanceOf(Verdict.NotFinished.class, verdict, verdict::says);
    assertTrue(cut.patience().compareTo(Budget.DEFAULT.patience()) < 0, cut::says);
  }

  /// The last that it says of a search without reduction, whose tree is the same on every machine.
  @Test
  void theGuessIsNearTheTruthInTheEnd() {
    var watch = new SearchWatch();
    var verdict = Explorer.explore(SUBJECT, Budget.DEFAULT.withPreemptions(3).unreduced(), watch);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    var last = watch.reach().orElseThrow();
    assertEquals(3, last.preemptions());
    assertTrue(last.runs() <= last.expected(), last::toString);
    assertTrue(last.expected() < 2 * holds.schedules(), last + " of " + holds.schedules());
  }
}
