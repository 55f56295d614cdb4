package _14_memory;

import java.util.List;

/// The flag is volatile. Does it matter which is written first, the data or the flag?
public abstract sealed class WriteOrder extends Handover {
  volatile boolean ready;

  abstract void write();

  private void read() {
    if (ready) {
      seen = data;
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  public static final class Broken extends WriteOrder {
    @Override
    void write() {
      ready = true;
      data = 42;
    }
  }

  public static final class Mended extends WriteOrder {
    @Override
    void write() {
      data = 42;
      ready = true;
    }
  }
}
