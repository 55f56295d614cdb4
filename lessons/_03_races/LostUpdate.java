package _03_races;

import java.util.List;
import workbook.Scenario;

/// # Two threads, one counter
///
/// Each adds one. Can the counter end at 1?
public abstract sealed class LostUpdate implements Scenario {
  int count;

  abstract void addOne();

  @Override
  public List<Body> bodies() {
    return List.of(this::addOne, this::addOne);
  }

  @Override
  public void check() {
    if (count != 2) {
      throw new AssertionError("expected 2, saw " + count);
    }
  }

  /// One line of text, three steps: read, add, write.
  public static final class Broken extends LostUpdate {
    @Override
    void addOne() {
      count++;
    }
  }

  /// The three steps under one lock: nobody else reads before the sum is written.
  public static final class Mended extends LostUpdate {
    @Override
    synchronized void addOne() {
      count++;
    }
  }
}
