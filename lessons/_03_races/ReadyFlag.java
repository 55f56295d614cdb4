package _03_races;

import java.util.List;
import workbook.Scenario;

/// One thread writes data, then sets a flag. Can the other see the flag, but not the data?
public abstract sealed class ReadyFlag implements Scenario {
  int data;
  int seen = 42;

  abstract void write();

  abstract void read();

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  @Override
  public void check() {
    if (seen != 42) {
      throw new AssertionError("the flag was set, but the data was " + seen);
    }
  }

  public static final class Broken extends ReadyFlag {
    private boolean ready;

    @Override
    void write() {
      data = 42;
      ready = true;
    }

    @Override
    void read() {
      if (ready) {
        seen = data;
      }
    }
  }

  public static final class Mended extends ReadyFlag {
    private volatile boolean ready;

    @Override
    void write() {
      data = 42;
      ready = true;
    }

    @Override
    void read() {
      if (ready) {
        seen = data;
      }
    }
  }
}
