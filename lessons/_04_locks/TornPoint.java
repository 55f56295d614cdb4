package _04_locks;

import java.util.List;
import workbook.Scenario;

/// A point moves from (10, 20) to (15, 10) while somebody looks. Where is it seen?
public abstract sealed class TornPoint implements Scenario {
  private int x = 10;
  private int y = 20;
  private Pair seen;

  /// Where a point is, or seems to be.
  public record Pair(int x, int y) {}

  public void set(int x, int y) {
    this.x = x;
    Thread.yield(); // others may run here; without it, too, but less often
    this.y = y;
  }

  public Pair get() {
    return new Pair(x, y);
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> set(15, 10), () -> seen = get());
  }

  @Override
  public void check() {
    if ((seen.x() == 15) != (seen.y() == 10)) {
      throw new AssertionError("the point was never at " + seen);
    }
  }

  /// Two writes, two reads, no lock: the reader may come between the writes.
  public static final class Broken extends TornPoint {}

  /// Only the writer locks. A reader that does not ask for the lock is not kept out by it.
  public static final class HalfMended extends TornPoint {
    @Override
    public synchronized void set(int x, int y) {
      super.set(x, y);
    }
  }

  /// One lock, taken by the writer *and* by the reader.
  public static final class Mended extends TornPoint {
    @Override
    public synchronized void set(int x, int y) {
      super.set(x, y);
    }

    @Override
    public synchronized Pair get() {
      return super.get();
    }
  }
}
