package workbook.explore;

import workbook.explore.search.SearchResult;

/// How many of the schedules within the preemption bound were run.
public enum Coverage {
  /// All of them.
  ALL,
  /// All within a smaller bound, then random samples.
  SAMPLED,
  /// Those there was time for.
  OUT_OF_TIME;

  static Coverage of(SearchResult.End end) {
    return switch (end) {
      case EXHAUSTED -> ALL;
      case SAMPLED -> SAMPLED;
      case OUT_OF_TIME -> OUT_OF_TIME;
    };
  }
}
