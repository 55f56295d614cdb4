package programs;

import java.util.List;
import workbook.Scenario;

/// Three threads, each three times in a section under one lock: correct.
public final class ThreeByThree implements Scenario {
  private int n;

  private synchronized void add() {
    n++;
  }

  @Override
  public List<Body> bodies() {
    Body three =
        () -> {
          add();
          add();
          add();
        };
    return List.of(three, three, three);
  }

  @Override
  public void check() {
    if (n != 9) {
      throw new AssertionError(n);
    }
  }
}
