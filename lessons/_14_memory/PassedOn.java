package _14_memory;

import java.util.List;

/// One thread tells a second, which tells a third. Does the third see what the first has written?
public abstract sealed class PassedOn extends Handover {
  private volatile boolean first;

  abstract void tellThird();

  abstract boolean thirdIsTold();

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          data = 42;
          first = true;
        },
        () -> {
          if (first) {
            tellThird();
          }
        },
        () -> {
          if (thirdIsTold()) {
            seen = data;
          }
        });
  }

  public static final class Broken extends PassedOn {
    private boolean second;

    @Override
    void tellThird() {
      second = true;
    }

    @Override
    boolean thirdIsTold() {
      return second;
    }
  }

  public static final class Mended extends PassedOn {
    private volatile boolean second;

    @Override
    void tellThird() {
      second = true;
    }

    @Override
    boolean thirdIsTold() {
      return second;
    }
  }
}
