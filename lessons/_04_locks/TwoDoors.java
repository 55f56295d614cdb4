package _04_locks;

import java.util.List;
import workbook.Scenario;

/// Two doors lead into one house. Each door is a lock, and whoever enters is counted under it.
public abstract sealed class TwoDoors implements Scenario {
  int visitors;

  /// One of several doors to the same house.
  static final class Door {}

  abstract void enterBy(Door door);

  @Override
  public List<Body> bodies() {
    return List.of(() -> enterBy(new Door()), () -> enterBy(new Door()));
  }

  @Override
  public void check() {
    if (visitors != 2) {
      throw new AssertionError("expected 2 visitors, saw " + visitors);
    }
  }

  /// Locks the door. The other door is another lock, and the number they share has none.
  public static final class Broken extends TwoDoors {
    @Override
    void enterBy(Door door) {
      synchronized (door) {
        visitors++;
      }
    }
  }

  /// Locks the house: the lock belongs to the number, whichever door is used.
  public static final class Mended extends TwoDoors {
    @Override
    void enterBy(Door door) {
      synchronized (this) {
        visitors++;
      }
    }
  }
}
