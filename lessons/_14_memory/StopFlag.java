package _14_memory;

import java.util.List;
import workbook.Scenario;

/// One thread works until it's told to stop. Does it ever find out?
public abstract sealed class StopFlag implements Scenario {
  /// Goes on until it sees that it should stop, or has done so many rounds.
  ///
  /// @return whether it saw it
  public abstract boolean work(long rounds);

  public abstract void stop();

  @Override
  public List<Body> bodies() {
    return List.of(() -> work(Long.MAX_VALUE), this::stop);
  }

  public static final class Broken extends StopFlag {
    private boolean stop;

    @Override
    public boolean work(long rounds) {
      var left = rounds;
      while (!stop && left > 0) {
        left--;
      }
      return left > 0;
    }

    @Override
    public void stop() {
      stop = true;
    }
  }

  public static final class Mended extends StopFlag {
    private volatile boolean stop;

    @Override
    public boolean work(long rounds) {
      var left = rounds;
      while (!stop && left > 0) {
        left--;
      }
      return left > 0;
    }

    @Override
    public void stop() {
      stop = true;
    }
  }
}
