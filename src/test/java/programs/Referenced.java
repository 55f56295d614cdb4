package programs;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Two threads call a method, which each is given as a reference in a line of its own.
public final class Referenced implements Scenario {
  private final AtomicInteger sum = new AtomicInteger();

  @Override
  public List<Body> bodies() {
    Body first = //
        sum::incrementAndGet;
    Body second = //
        this.sum::incrementAndGet;
    return List.of(first, second);
  }

  @Override
  public void check() {
    if (sum.get() == 2) {
      throw new AssertionError("two");
    }
  }
}
