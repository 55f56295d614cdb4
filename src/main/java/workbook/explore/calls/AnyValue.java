package workbook.explore.calls;

import workbook.explore.runtime.Kernel;

/// A value that an explored test leaves open: the test is run with each one, under every schedule.
public final class AnyValue {
  private AnyValue() {}

  /// One of these values, at least one. For use in a test annotated [workbook.explore.Explore],
  /// before its first thread starts.
  @SafeVarargs
  public static <T> T of(T... values) {
    return values[Kernel.chooseValue(values.length)];
  }
}
