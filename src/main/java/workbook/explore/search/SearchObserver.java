package workbook.explore.search;

/// Is told by a search how far it is, and may end it. Called by the thread that searches.
public interface SearchObserver {
  /// Nobody looks.
  SearchObserver NONE =
      new SearchObserver() {
        @Override
        public void reached(int bound, long executions, Estimate whole) {}

        @Override
        public boolean stops() {
          return false;
        }
      };

  /// How many executions a search within a bound will take.
  ///
  /// @param executions in all; 0 when that isn't known yet
  /// @param moved how much the estimate has changed since half as many had been made, or fewer
  record Estimate(long executions, long moved) {}

  /// @param bound the preemption bound at work
  /// @param executions made within it so far
  void reached(int bound, long executions, Estimate whole);

  /// Whether the search is to end.
  boolean stops();
}
