package workbook.explore;

/// One run of a small program of calls.
///
/// @param calls who calls what, a line for each thread
/// @param trace what happened
public record CallsRun(String calls, Trace trace) {
  /// The calls, the steps and how it ended.
  @Override
  public String toString() {
    return calls + "\n\n" + trace;
  }
}
