package _15_puzzles;

import java.util.List;
import workbook.Scenario;

/// Three philosophers at a round table, and a fork between each pair. Each needs both forks to eat.
/// Does everybody eat?
public abstract sealed class Philosophers implements Scenario {
  private static final int SEATS = 3;

  private final Object[] forks = {new Object(), new Object(), new Object()}; // each is its own lock
  private final boolean[] fed = new boolean[SEATS];

  abstract void eat(int left, int right);

  final void eatWith(int first, int second, int seat) {
    synchronized (forks[first]) {
      synchronized (forks[second]) {
        fed[seat] = true;
      }
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> eat(0, 1), () -> eat(1, 2), () -> eat(2, 0));
  }

  @Override
  public void check() {
    for (var seat = 0; seat < SEATS; seat++) {
      if (!fed[seat]) {
        throw new AssertionError("philosopher " + seat + " did not eat");
      }
    }
  }

  /// Everybody takes the left fork first. If all have done so, each waits for a neighbour.
  public static final class Broken extends Philosophers {
    @Override
    void eat(int left, int right) {
      eatWith(left, right, left);
    }
  }

  /// Everybody takes the fork with the lower number first: no circle.
  public static final class Mended extends Philosophers {
    @Override
    void eat(int left, int right) {
      eatWith(Math.min(left, right), Math.max(left, right), left);
    }
  }
}
