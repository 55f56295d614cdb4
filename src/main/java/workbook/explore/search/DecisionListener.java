package workbook.explore.search;

import java.util.List;

/// Is told of each decision that a guided run comes to.
public interface DecisionListener {
  /// It was decided how the run goes on.
  ///
  /// @param options at least two, the default first
  /// @param taken an index into them
  void decided(List<ExecutionState.Option> options, int taken);
}
