package _14_memory;

/// One thread writes data, and lets another know. Does the other one see the data?
public abstract class Handover implements LitmusProgram {
  private static final int NOT_LOOKED = -1;

  int data;
  int seen = NOT_LOOKED;

  @Override
  public final void check() {
    if (seen == 0) {
      throw new AssertionError("expected 42, saw 0");
    }
  }

  @Override
  public final String outcome() {
    return seen == NOT_LOOKED ? "not told" : Integer.toString(seen);
  }
}
