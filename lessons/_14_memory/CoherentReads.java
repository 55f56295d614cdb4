package _14_memory;

import java.util.List;

/// A number becomes 1, then 2. Can a thread that reads it twice see it go back?
public abstract sealed class CoherentReads implements LitmusProgram {
  int first;
  int second;

  abstract void write();

  abstract void read();

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  @Override
  public String outcome() {
    return first + ", " + second;
  }

  @Override
  public void check() {
    LitmusProgram.failIf(first > second, "saw " + first + ", and then " + second);
  }

  public static final class Broken extends CoherentReads {
    private int x;

    @Override
    void write() {
      x = 1;
      x = 2;
    }

    @Override
    void read() {
      first = x;
      second = x;
    }
  }

  public static final class Mended extends CoherentReads {
    private volatile int x;

    @Override
    void write() {
      x = 1;
      x = 2;
    }

    @Override
    void read() {
      first = x;
      second = x;
    }
  }
}
