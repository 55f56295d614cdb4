package _14_memory;

import java.util.List;

/// A long is 0, and a thread writes -1 to it: 64 ones. Can another thread see half of them?
public abstract sealed class HalfWritten implements LitmusProgram {
  private long seen;

  abstract void write(long number);

  abstract long read();

  @Override
  public List<Body> bodies() {
    return List.of(() -> write(-1), () -> seen = read());
  }

  @Override
  public String outcome() {
    return Long.toHexString(seen);
  }

  @Override
  public void check() {
    if (seen != 0 && seen != -1) {
      throw new AssertionError("nobody wrote " + outcome());
    }
  }

  public static final class Broken extends HalfWritten {
    private long shared;

    @Override
    void write(long number) {
      shared = number;
    }

    @Override
    long read() {
      return shared;
    }
  }

  public static final class Mended extends HalfWritten {
    private volatile long shared;

    @Override
    void write(long number) {
      shared = number;
    }

    @Override
    long read() {
      return shared;
    }
  }
}
