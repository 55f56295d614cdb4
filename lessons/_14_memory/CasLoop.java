package _14_memory;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Two threads add one each with `compareAndSet`. Can one addition be lost?
public abstract sealed class CasLoop implements LitmusProgram {
  final AtomicInteger count = new AtomicInteger();

  abstract void addOne();

  @Override
  public List<Body> bodies() {
    return List.of(this::addOne, this::addOne);
  }

  @Override
  public String outcome() {
    return count.toString();
  }

  @Override
  public void check() {
    if (count.get() != 2) {
      throw new AssertionError("expected 2, saw " + count);
    }
  }

  public static final class Broken extends CasLoop {
    @Override
    void addOne() {
      var seen = count.get();
      count.compareAndSet(seen, seen + 1);
    }
  }

  public static final class Mended extends CasLoop {
    @Override
    void addOne() {
      int seen;
      do {
        seen = count.get();
      } while (!count.compareAndSet(seen, seen + 1));
    }
  }
}
