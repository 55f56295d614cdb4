package workbook.explore.runtime;

/// How much one execution may do before it counts as making no progress.
///
/// @param steps decision points and waits, of all threads together
/// @param iterations of loops, of all threads together
public record ExecutionLimits(int steps, int iterations) {
  public static final ExecutionLimits DEFAULT = new ExecutionLimits(20_000, 200_000);
}
