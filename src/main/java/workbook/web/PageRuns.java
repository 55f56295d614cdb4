package workbook.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import workbook.progress.ProgressLog;

/// The runs that pages have started: one at a time, for two would measure each other.
///
/// Thread-safe.
final class PageRuns {
  /// So many are kept, for pages that go back to them.
  private static final int KEPT = 32;

  /// How long a run may take to end, in milliseconds.
  private static final long PATIENCE = 10_000;

  private final ProgressLog log;
  private final Map<Integer, PageRun> runs = new LinkedHashMap<>(); // guarded by this
  private PageRun going; // guarded by this
  private int started; // guarded by this

  PageRuns(ProgressLog log) {
    this.log = log;
  }

  /// Starts it on a thread of its own.
  ///
  /// @return its number; empty when another one goes on
  synchronized Optional<Integer> start(PageRun run) {
    if (going != null) {
      return Optional.empty();
    }
    going = run;
    var number = ++started;
    runs.put(number, run);
    if (runs.size() > KEPT) {
      runs.remove(runs.keySet().iterator().next());
    }
    Thread.ofPlatform()
        .daemon()
        .name("page's run " + number)
        .start(
            () -> {
              try {
                run.run("/runs/" + number, log);
              } finally {
                ended();
              }
            });
    return Optional.of(number);
  }

  private synchronized void ended() {
    going = null;
    notifyAll();
  }

  synchronized Optional<PageRun> get(int number) {
    return Optional.ofNullable(runs.get(number));
  }

  /// Ends the run that goes on, if any, and blocks until it has ended, or a few seconds have
  /// passed.
  synchronized void end() throws InterruptedException {
    var began = System.nanoTime();
    for (var left = PATIENCE; going != null && left > 0; ) {
      going.cancel();
      wait(left);
      left = PATIENCE - (System.nanoTime() - began) / 1_000_000;
    }
  }
}
