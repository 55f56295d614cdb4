package workbook.explore.runtime;

/// The loops of one thread: how many iterations it made, and whether it saw anything change.
///
/// A thread that only reads in a loop has to yield after a while, so that it can see the change
/// that it waits for.
final class LoopMonitor {
  /// Iterations that read shared state, after which the thread yields.
  private static final int LIMIT = 100;

  /// The same, in a row, while no thread changed anything.
  private static final int UNCHANGED_LIMIT = 3;

  /// Iterations that read nothing known to be shared. What it waits for may not be known yet.
  private static final int LOCAL_LIMIT = 1000;

  private int iterations;
  private int unchangedIterations;
  private int localIterations;
  private long changesSeen;
  private boolean hasRead;

  /// Notes that the thread read something shared.
  void readShared() {
    hasRead = true;
  }

  /// Notes one more iteration.
  ///
  /// @param changes how many changes the execution has seen
  /// @return whether the thread has to yield now
  boolean iteration(long changes) {
    if (!hasRead) {
      return ++localIterations % LOCAL_LIMIT == 0 && localIterations <= 3 * LOCAL_LIMIT;
    }
    hasRead = false;
    iterations++;
    unchangedIterations = changesSeen == changes ? unchangedIterations + 1 : 0;
    changesSeen = changes;
    return iterations > LIMIT || unchangedIterations >= UNCHANGED_LIMIT;
  }

  /// Notes that the thread yielded.
  void yielded() {
    iterations = 0;
    unchangedIterations = 0;
  }

  /// Notes that the thread was chosen to run.
  void scheduled() {
    iterations = 0;
  }
}
