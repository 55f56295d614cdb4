package workbook.explore;

/// An explored test failed: what failed and the run that shows it.
public final class ScheduleFailedError extends AssertionError {
  private final String what;
  private final transient Trace trace;

  /// @param what one plain sentence
  /// @param trace the run that failed
  /// @param cause what the code under test threw; null when it threw nothing
  ScheduleFailedError(String what, Trace trace, Throwable cause) {
    super(what + "\n\n" + trace, cause);
    this.what = what;
    this.trace = trace;
  }

  /// What failed, one plain sentence.
  public String what() {
    return what;
  }

  /// The failing run, and the schedule that repeats it.
  public Trace trace() {
    return trace;
  }
}
