package _03_races;

import java.util.List;
import workbook.Scenario;

/// Two threads add one each. Can the counter end at 1?
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

  public static final class Broken extends LostUpdate {
    @Override
    void addOne() {
      count++;
    }
  }

  public static final class HalfMended extends LostUpdate {
    @Override
    void addOne() {
      var lock = new Object();
      synchronized (lock) {
        count++;
      }
    }
  }

  public static final class Mended extends LostUpdate {
    private final Object lock = new Object();

    @Override
    void addOne() {
      synchronized (lock) {
        count++;
      }
    }
  }
}
