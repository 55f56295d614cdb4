package _14_memory;

import java.util.List;

/// Two writers, two readers. Can the readers disagree about which write came first?
public abstract sealed class IndependentReads implements LitmusProgram {
  final int[] one = new int[2]; // x, then y
  final int[] two = new int[2]; // y, then x

  @Override
  public String outcome() {
    return "" + one[0] + one[1] + ", " + two[0] + two[1];
  }

  @Override
  public void check() {
    LitmusProgram.failIf(outcome().equals("10, 10"), "for one, x was first; for the other, y");
  }

  public static final class Broken extends IndependentReads {
    private int x;
    private int y;

    @Override
    public List<Body> bodies() {
      return List.of(() -> x = 1, () -> y = 1, this::readOne, this::readTwo);
    }

    private void readOne() {
      one[0] = x;
      one[1] = y;
    }

    private void readTwo() {
      two[0] = y;
      two[1] = x;
    }
  }

  public static final class Mended extends IndependentReads {
    private volatile int x;
    private volatile int y;

    @Override
    public List<Body> bodies() {
      return List.of(() -> x = 1, () -> y = 1, this::readOne, this::readTwo);
    }

    private void readOne() {
      one[0] = x;
      one[1] = y;
    }

    private void readTwo() {
      two[0] = y;
      two[1] = x;
    }
  }
}
