package _04_locks;

import java.util.List;
import workbook.Scenario;

/// # Half a move
///
/// A point moves from (10, 20) to (15, 10) while somebody looks. What can be seen?
public abstract sealed class TornPoint implements Scenario {
  int x = 10;
  int y = 20;
  private Pair seen;

  /// Where a point is, or seems to be.
  record Pair(int x, int y) {}

  abstract void set(int x, int y);

  abstract Pair get();

  @Override
  public List<Body> bodies() {
    return List.of(() -> set(15, 10), () -> seen = get());
  }

  @Override
  public void check() {
    if (!seen.equals(new Pair(10, 20)) && !seen.equals(new Pair(15, 10))) {
      throw new AssertionError("the point was never at " + seen);
    }
  }

  /// Two writes, two reads: the reader may come between the writes.
  public static final class Broken extends TornPoint {
    @Override
    void set(int x, int y) {
      this.x = x;
      this.y = y;
    }

    @Override
    Pair get() {
      return new Pair(x, y);
    }
  }

  /// As broken, only slower: the scheduler may let somebody else run between the two writes.
  public static final class Unhurried extends TornPoint {
    @Override
    void set(int x, int y) {
      this.x = x;
      Thread.yield();
      this.y = y;
    }

    @Override
    Pair get() {
      return new Pair(x, y);
    }
  }

  /// Locks the writer only. A reader that does not ask for the lock is not kept out by it.
  public static final class HalfMended extends TornPoint {
    @Override
    synchronized void set(int x, int y) {
      this.x = x;
      this.y = y;
    }

    @Override
    Pair get() {
      return new Pair(x, y);
    }
  }

  /// One lock for the two of them, taken by the writer *and* by the reader.
  public static final class Mended extends TornPoint {
    @Override
    synchronized void set(int x, int y) {
      this.x = x;
      this.y = y;
    }

    @Override
    synchronized Pair get() {
      return new Pair(x, y);
    }
  }
}
