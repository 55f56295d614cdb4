package workbook.explore;

/// How many of the schedules within the preemption bound were run.
public enum Coverage {
  /// All of them, and all beyond it: every schedule there is.
  EVERY,
  /// All of them.
  ALL,
  /// All within a smaller bound, then random samples.
  SAMPLED
}
