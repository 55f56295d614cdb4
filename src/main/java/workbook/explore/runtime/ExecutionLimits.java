package workbook.explore.runtime;

/// How far one execution is followed.
///
/// @param steps decision points and waits, of all threads together
/// @param iterations of loops, of all threads together
public record ExecutionLimits(int steps, int iterations) {
  public static final ExecutionLimits DEFAULT = new ExecutionLimits(100_000, 5_000_000);
}
