package workbook.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.SearchWatch;
import workbook.view.Columns;

/// What a person sees of a search that goes on.
@Tag("fast")
final class SearchMonitorTest {
  @Test
  void itTellsTheBoundTheRunsAndTheGuess() {
    assertEquals(
        "2 preemptions: 1,536 of about 60,000 (± 9,000) runs. Ctrl-C ends it.",
        SearchMonitor.line(new SearchWatch.Reach(2, 1_536, 60_000, 9_000)));
  }

  @Test
  void withoutAGuessItTellsTheRuns() {
    assertEquals(
        "1 preemption: 512 runs. Ctrl-C ends it.",
        SearchMonitor.line(new SearchWatch.Reach(1, 512, 0, 0)));
  }

  @Test
  void itFitsIntoALine() {
    var most = new SearchWatch.Reach(10, Long.MAX_VALUE / 2, Long.MAX_VALUE, Long.MAX_VALUE);
    assertTrue(SearchMonitor.line(most).length() < Columns.WIDTH);
  }

  @Test
  void whatTheSearchThrowsIsThrown() {
    var console = Console.ofThisProcess();
    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SearchMonitor.await(
                    _ -> {
                      throw new IllegalArgumentException("no such program");
                    },
                    console));
    assertEquals("no such program", thrown.getMessage());
  }
}
