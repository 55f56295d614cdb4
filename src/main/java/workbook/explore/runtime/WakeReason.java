package workbook.explore.runtime;

/// Why a waiting thread goes on.
public enum WakeReason {
  /// What it waited for is true.
  READY,
  /// It was interrupted.
  INTERRUPTED,
  /// Its time was up, in the run's virtual time.
  TIMED_OUT,
  /// For no reason at all, as the specification of waiting allows.
  SPURIOUS
}
