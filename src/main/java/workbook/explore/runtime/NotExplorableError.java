package workbook.explore.runtime;

/// The code under test did something that the explorer does not control, so it cannot judge it.
public final class NotExplorableError extends Error {
  public NotExplorableError(String what) {
    super(what, null, false, false);
  }
}
