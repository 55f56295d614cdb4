package workbook.explore.engine;

/// The code under test did something that the explorer does not control, so it cannot judge it.
public final class Refusal extends Error {
  public Refusal(String what) {
    super(what, null, false, false);
  }
}
