package workbook.explore.search;

/// Guesses how many executions a depth-first search will have made in the end: as many as it has
/// made, over the part of the tree that is done (Kilby, Slaney, Thiébaux, Walsh: Estimating Search
/// Tree Size, AAAI 2006).
final class TreeEstimate {
  private long half;
  private double atHalf;
  private double latest;

  /// @param executions made so far
  /// @param done which part of the tree that was, each option of a decision being as large as the
  ///   others; from 0 to 1
  SearchObserver.Estimate after(long executions, double done) {
    if (done <= 0) {
      return new SearchObserver.Estimate(0, 0);
    }
    var now = executions / done;
    if (executions >= 2 * half) {
      half = executions;
      atHalf = latest == 0 ? now : latest;
    }
    latest = now;
    return new SearchObserver.Estimate(Math.round(now), Math.round(Math.abs(now - atHalf)));
  }
}
