package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import workbook.Scenario;

/// Three threads print A, B and C, one at a time. Is it always ABC?
public abstract sealed class PrintInTurn implements Scenario {
  private final StringBuilder printed = new StringBuilder();

  abstract Semaphore permit(int turn);

  private void print(int turn, String letter) throws InterruptedException {
    permit(turn).acquire();
    printed.append(letter);
    permit(turn + 1).release();
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> print(0, "A"), () -> print(1, "B"), () -> print(2, "C"));
  }

  @Override
  public void check() {
    if (!printed.toString().equals("ABC")) {
      throw new AssertionError("printed " + printed);
    }
  }

  /// One semaphore for all: one prints at a time, but which one?
  public static final class Broken extends PrintInTurn {
    private final Semaphore pen = new Semaphore(1);

    @Override
    Semaphore permit(int turn) {
      return pen;
    }
  }

  /// One for each turn. Whoever has printed gives the next one a permit, like a baton.
  public static final class Mended extends PrintInTurn {
    private final Semaphore[] turns = {new Semaphore(1), new Semaphore(0), new Semaphore(0)};

    @Override
    Semaphore permit(int turn) {
      return turns[turn % 3];
    }
  }
}
