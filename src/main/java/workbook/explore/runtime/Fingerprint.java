package workbook.explore.runtime;

import java.util.List;

/// A hash of the state of an execution at a decision point.
///
/// It is equal for two executions that did the same up to the order of independent steps: those
/// have the same futures.
final class Fingerprint {
  private Fingerprint() {}

  /// @param current the thread that is about to make its next step
  /// @param changes how many changes of shared state the execution has seen
  static long of(List<LogicalThread> threads, LogicalThread current, long changes) {
    var sum = 0L;
    for (var thread : threads) {
      var status = thread.finished ? 1 : thread.waitCondition != null ? 2 : 0;
      var turns = thread.loops.allowance() << 3;
      sum += Hashing.mix(thread.history, turns + (thread.spins(changes) ? status + 4 : status));
    }
    var enabled = !current.finished && current.waitCondition == null;
    return Hashing.mix(sum, enabled ? current.history : 0);
  }
}
