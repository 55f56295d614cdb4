package _14_memory;

/// Each thread reads the other one's field, then writes its own. Can both read 1?
public abstract sealed class LoadBuffering extends LeftAndRight {
  @Override
  public void check() {
    if (leftSees == 1 && rightSees == 1) {
      throw new AssertionError("each saw what the other wrote only later");
    }
  }

  public static final class Broken extends LoadBuffering {
    private int x;
    private int y;

    @Override
    void left() {
      leftSees = y;
      x = 1;
    }

    @Override
    void right() {
      rightSees = x;
      y = 1;
    }
  }

  public static final class Mended extends LoadBuffering {
    private volatile int x;
    private volatile int y;

    @Override
    void left() {
      leftSees = y;
      x = 1;
    }

    @Override
    void right() {
      rightSees = x;
      y = 1;
    }
  }
}
