package workbook.explore.runtime;

/// Which of several threads' calls end before others begin; for a [Linearization].
///
/// The beginning of a call depends on the ends of the other threads' calls, and on nothing else:
/// runs that differ only in which of two calls begins first, or ends first, are the same. Nobody
/// learns anything from another thread by it. A call ends with its last step: to end later would
/// only allow more.
public final class CallOrder {
  private final int threads;
  private int turn;

  /// @param threads how many there are, each of which has a number from 0
  public CallOrder(int threads) {
    this.threads = threads;
  }

  /// Notes that a call begins.
  ///
  /// @param thread the number of the running thread
  /// @return its turn among all beginnings and ends
  public int begin(int thread) {
    var execution = Execution.current();
    execution.scheduler.decisionPoint();
    for (var other = 0; other < threads; other++) {
      if (other != thread) {
        execution.memory.element(this, other).markRead(execution.currentThread());
      }
    }
    return turn++;
  }

  /// Notes that a call ends.
  ///
  /// @param thread the number of the running thread
  /// @return its turn among all beginnings and ends
  public int end(int thread) {
    var execution = Execution.current();
    execution.memory.element(this, thread).markWrite(execution.currentThread());
    return turn++;
  }
}
