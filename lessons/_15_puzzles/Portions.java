package _15_puzzles;

import java.util.List;
import java.util.stream.IntStream;
import workbook.Scenario;

/// Two cooks dish out two portions each, and nobody asks for a lock. Are all four counted?
public abstract sealed class Portions implements Scenario {
  abstract void dishOut(int cook);

  abstract int total();

  @Override
  public List<Body> bodies() {
    return List.of(() -> twice(0), () -> twice(1));
  }

  private void twice(int cook) {
    dishOut(cook);
    dishOut(cook);
  }

  @Override
  public void check() {
    if (total() != 4) {
      throw new AssertionError("expected 4 portions, saw " + total());
    }
  }

  /// Both count on one slate.
  public static final class Broken extends Portions {
    private int count;

    @Override
    void dishOut(int cook) {
      count++;
    }

    @Override
    int total() {
      return count;
    }
  }

  /// Each has a slate that nobody else touches. They're added up when both have gone home.
  public static final class Mended extends Portions {
    private final int[] counts = new int[2];

    @Override
    void dishOut(int cook) {
      counts[cook]++;
    }

    @Override
    int total() {
      return IntStream.of(counts).sum();
    }
  }
}
