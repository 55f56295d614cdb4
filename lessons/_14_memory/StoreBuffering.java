package _14_memory;

/// Each thread writes its own field, then reads the other one's. Can both read 0?
public abstract sealed class StoreBuffering extends LeftAndRight {
  @Override
  public void check() {
    if (leftSees == 0 && rightSees == 0) {
      throw new AssertionError("neither saw what the other had written");
    }
  }

  public static final class Broken extends StoreBuffering {
    private int x;
    private int y;

    @Override
    void left() {
      x = 1;
      leftSees = y;
    }

    @Override
    void right() {
      y = 1;
      rightSees = x;
    }
  }

  public static final class Mended extends StoreBuffering {
    private volatile int x;
    private volatile int y;

    @Override
    void left() {
      x = 1;
      leftSees = y;
    }

    @Override
    void right() {
      y = 1;
      rightSees = x;
    }
  }
}
