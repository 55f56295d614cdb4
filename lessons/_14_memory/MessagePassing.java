package _14_memory;

import java.util.List;

/// One thread writes data, then a flag. Can another one see the flag, but not the data?
public abstract sealed class MessagePassing extends Handover {
  abstract void write();

  abstract void read();

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  public static final class Broken extends MessagePassing {
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

  public static final class Mended extends MessagePassing {
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
